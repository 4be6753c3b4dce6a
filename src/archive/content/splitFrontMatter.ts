import type { Message } from '../command/Message.ts';
import type { Parsed, Problem } from './Problem.ts';

/** A content file in its two parts. */
export interface ContentParts {
  /** Lines between the two borders; empty where there are none. */
  header: string;
  /** Line of the file, from 1, on which the header's first line stands. */
  headerLine: number;
  /** What the border says that the header is written in. */
  format: 'YAML' | 'TOML' | 'JSON';
  body: string;
}

const OPENING = /^(?:[^\S\n]*\n)*[^\S\n]*(---|\+\+\+|;;;)[^\S\n]*\n/;
/** The closing border, by the opening one. */
const CLOSING: Record<string, RegExp> = {
  '---': /^---[^\S\n]*(?:\n|$)/m,
  '+++': /^\+\+\+[^\S\n]*(?:\n|$)/m,
  ';;;': /^;;;[^\S\n]*(?:\n|$)/m,
};
const FORMATS: Record<string, ContentParts['format']> = { '+++': 'TOML', ';;;': 'JSON' };

/** A line of a header: a key, an item or what is indented, nothing, a remark. */
const HEADER_LINE = /^(?:[\w-]+\s*:|\s+-\s|\s*$|#)/;
/** What headers begin with. Whoever writes prose doesn't begin it with these words and a colon. */
const FIRST_KEY = /^(?:title|date|layout|author|categories|tags|slug)\s*:\s/i;

/**
 * Splits a content file. Blank lines before the first `---` are allowed: every file of the archive begins with one,
 * which is why parsers that want `---` at byte 0 see no front matter there.
 */
export function splitFrontMatter(path: string, source: string): Parsed<ContentParts> {
  const marked = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const text = marked.includes('\r') ? marked.replace(/\r\n?/g, '\n') : marked;
  const opening = OPENING.exec(text);
  if (!opening) return splitUnopened(path, text);
  const border = opening[1] as string;
  const headerLine = opening[0].split('\n').length;
  const format = FORMATS[border] ?? 'YAML';
  const rest = text.slice(opening[0].length);
  const closing = CLOSING[border]?.exec(rest);
  if (closing) {
    const value = {
      header: rest.slice(0, closing.index),
      headerLine,
      format,
      body: rest.slice(closing.index + closing[0].length),
    };
    return { value, problems: [] };
  }
  // Without an end, the header is as long as its lines look like one.
  const lines = rest.split('\n');
  const end = lines.findIndex((line) => !HEADER_LINE.test(line));
  const count = end === -1 ? lines.length : end;
  const value = {
    header: lines.slice(0, count).join('\n'),
    headerLine,
    format,
    body: lines.slice(count).join('\n'),
  };
  const reason = {
    zh: `front matter 没有结尾的 ${border}：读到第一行不像“键: 值”的地方为止`,
    en:
      `the front matter has no closing ${border}: ` +
      'it was taken to end before the first line that is not `key: value`',
  };
  return { value, problems: [repair(path, 'front-matter', headerLine - 1, reason)] };
}

/** Splits a file whose header has no border above it, if it has one. */
function splitUnopened(path: string, text: string): Parsed<ContentParts> {
  const start = text.length - text.trimStart().length;
  const headerLine = text.slice(0, start).split('\n').length;
  const rest = text.slice(start);
  // Hugo's JSON: braces, and nothing else around it.
  const json = /^\{\n[\s\S]*?\n\}[^\S\n]*(?:\n|$)/.exec(rest)?.[0];
  if (json && isJson(json)) {
    const value = {
      header: json,
      headerLine,
      format: 'JSON' as const,
      body: rest.slice(json.length),
    };
    return { value, problems: [] };
  }
  const end = FIRST_KEY.test(rest) ? findUnopenedEnd(rest) : undefined;
  if (!end) {
    const value = { header: '', headerLine: 1, format: 'YAML' as const, body: text };
    const reason = {
      zh: '没有 front matter：整个文件都当作正文',
      en: 'no front matter: the whole file was read as the body',
    };
    return { value, problems: [repair(path, 'no-front-matter', 1, reason)] };
  }
  const value = {
    header: rest.slice(0, end.from),
    headerLine,
    format: 'YAML' as const,
    body: rest.slice(end.to),
  };
  const reason = {
    zh: 'front matter 没有开头的 ---：从文件开头读起',
    en: 'the front matter has no opening ---: it was taken to begin with the file',
  };
  return { value, problems: [repair(path, 'front-matter', headerLine, reason)] };
}

/** Finds where such a header ends: at a border, or at the first blank line behind two keys or more. */
function findUnopenedEnd(text: string): { from: number; to: number } | undefined {
  const closing = /^(?:---|;;;)[^\S\n]*(?:\n|$)/m.exec(text);
  const isHeader = (header: string) =>
    header.split('\n').every((line) => HEADER_LINE.test(line) || /^(?:\s|-\s)/.test(line));
  if (closing && isHeader(text.slice(0, closing.index)))
    return { from: closing.index, to: closing.index + closing[0].length };
  const blank = /\n[^\S\n]*\n/.exec(text);
  const header = text.slice(0, blank?.index);
  const isSure = blank && header.split('\n').length > 1 && /^title\s*:/im.test(header);
  return isSure && isHeader(header)
    ? { from: blank.index, to: blank.index + blank[0].length }
    : undefined;
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

function repair(path: string, kind: Problem['kind'], line: number, reason: Message): Problem {
  return { kind, path, line, outcome: 'repaired', reason };
}
