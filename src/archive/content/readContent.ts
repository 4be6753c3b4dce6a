import type { FrontMatter } from './FrontMatter.ts';
import type { Parsed } from './Problem.ts';
import { parseFrontMatter } from './parseFrontMatter.ts';
import { isPage, readPage } from './readPage.ts';
import { type ContentParts, splitFrontMatter } from './splitFrontMatter.ts';

/** What a content file holds: its fields, wherever it has them from, and the article's own part of the text. */
export interface Content extends ContentParts {
  fields: FrontMatter;
}

/** Reads the text of a content file. What the head of a saved page says counts where there is no front matter. */
export function readContent(path: string, text: string): Parsed<Content> {
  const parts = splitFrontMatter(path, text);
  const { value: given, problems } = parseFrontMatter(path, parts.value);
  const page = isPage(parts.value.body) ? readPage(path, parts.value.body) : undefined;
  if (!page) {
    const value = { ...parts.value, fields: given };
    return { value, problems: [...parts.problems, ...problems] };
  }
  const fields = Object.assign(Object.create(null), page.value.fields, given) as FrontMatter;
  const own = parts.problems.filter(({ kind }) => kind !== 'no-front-matter');
  return {
    value: { ...parts.value, fields, body: page.value.body },
    problems: [...own, ...problems, ...page.problems],
  };
}
