import type { Field, FrontMatter } from '../content/FrontMatter.ts';
import type { BodyReading } from '../elements/BodyContext.ts';
import type { Credits, HiddenCredits } from './takeCredits.ts';

/** Who has published, written and edited an article; absent: the file doesn't say. */
export interface People {
  /** The publication; empty where it isn't known. */
  source: string;
  editor?: string | undefined;
  reporter?: string | undefined;
  /** What the article says of its source. */
  sourceLine?: string | undefined;
}

/** Returns who has published, written and edited an article, by its front matter and by the lines of its body. */
export function readPeople(
  fields: FrontMatter,
  body: BodyReading,
  credits: Credits,
  hidden: HiddenCredits,
): People {
  const source = readSource(fields);
  const byline = readText(fields.byline);
  const named = [body.authors.join(''), credits.reporter ?? ''].join(' ').trim();
  return {
    source,
    editor: joinEditors(body.editorLines, credits.editor, hidden.editor),
    reporter: named || (byline === source ? undefined : byline),
    sourceLine: credits.sourceLine ?? hidden.sourceLine,
  };
}

/** Returns the text of a field in one line; several values are joined by `、`. */
export function readText(field: Field | undefined): string {
  return (Array.isArray(field) ? field.flat().join('、') : (field ?? ''))
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
}

/** Returns the publication; a clipper's `source` is the original's address, and `[[…]]` a link to a note. */
function readSource(fields: FrontMatter): string {
  const given = [fields.author, fields.authors, fields.source].map(readText);
  const source = given.find((text) => text !== '' && !/^https?:/i.test(text)) ?? '';
  return source.replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1');
}

/** Gives the names of the editor line (`责任编辑：吴剑 SF031`) and of other editors, each once. */
function joinEditors(
  lines: readonly string[],
  ...others: (string | undefined)[]
): string | undefined {
  const names = lines.map((line) =>
    line
      .replace(/[\s\u00a0\u3000]+/g, ' ')
      .trim()
      .replace(/^责任编辑\s*[:：]\s*/, ''),
  );
  const all = [...names, ...others].filter(
    (name): name is string => name !== undefined && name !== '',
  );
  return all.length > 0 ? [...new Set(all)].join('、') : undefined;
}
