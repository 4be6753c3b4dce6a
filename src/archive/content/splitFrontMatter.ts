import type { Parsed, Problem } from './Problem.ts';

/** A content file in its two parts. */
export interface ContentParts {
  /** Lines between the two `---`; empty where there are none. */
  header: string;
  /** Line of the file, from 1, on which the header's first line stands. */
  headerLine: number;
  body: string;
}

/**
 * Splits a content file. Blank lines before the first `---` are allowed: every file of the archive begins with one,
 * which is why parsers that want `---` at byte 0 see no front matter there.
 */
export function splitFrontMatter(path: string, source: string): Parsed<ContentParts> {
  const marked = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const text = marked.includes('\r') ? marked.replace(/\r\n?/g, '\n') : marked;
  const opening = /^(?:[^\S\n]*\n)*[^\S\n]*---[^\S\n]*\n/.exec(text);
  const problems: Problem[] = [];
  if (!opening) {
    problems.push({
      kind: 'no-front-matter',
      path,
      line: 1,
      outcome: 'repaired',
      reason: 'no front matter: the whole file was read as the body',
    });
    return { value: { header: '', headerLine: 1, body: text }, problems };
  }
  const headerLine = opening[0].split('\n').length;
  const rest = text.slice(opening[0].length);
  const closing = /^---[^\S\n]*(?:\n|$)/m.exec(rest);
  if (closing) {
    const value = {
      header: rest.slice(0, closing.index),
      headerLine,
      body: rest.slice(closing.index + closing[0].length),
    };
    return { value, problems };
  }
  // Without an end, the header is as long as its lines look like one.
  const lines = rest.split('\n');
  const end = lines.findIndex((line) => !/^(?:[\w-]+\s*:|\s+-\s|\s*$|#)/.test(line));
  const count = end === -1 ? lines.length : end;
  problems.push({
    kind: 'front-matter',
    path,
    line: headerLine - 1,
    outcome: 'repaired',
    reason:
      'the front matter has no closing ---: it was taken to end before the first line that is not `key: value`',
  });
  const value = {
    header: lines.slice(0, count).join('\n'),
    headerLine,
    body: lines.slice(count).join('\n'),
  };
  return { value, problems };
}
