import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listArticles } from './writeCopies.ts';

/**
 * Checks that another generator did its work: as many pages as articles at least, and the title of one article in one
 * of them with its text. Gives what is wrong, or undefined.
 */
export function findFault(content: string, out: string): string | undefined {
  if (!existsSync(out)) return 'no output';
  const articles = listArticles(content);
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  if (pages.length < articles.length) return `${pages.length} pages of ${articles.length} articles`;
  const article = readFileSync(join(content, articles.at(-1) ?? ''), 'utf8');
  const title = /^title: '(.+)'$/m.exec(article)?.[1] ?? '';
  // Not the whole title: some generators drop marks from addresses.
  const number = /\d+号$/.exec(title)?.[0] ?? '';
  const words = /<p[^>]*>　　([^<]{15})/.exec(article)?.[1] ?? '';
  const isThere = pages.some((path) => {
    if (!path.includes(number)) return false;
    const page = readFileSync(join(out, path), 'utf8');
    return page.includes(`<h1>${title}</h1>`) && page.includes(words);
  });
  return isThere ? undefined : `no page with the title ${title} and its text`;
}
