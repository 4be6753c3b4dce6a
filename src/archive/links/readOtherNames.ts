import type { Field, FrontMatter } from '../content/FrontMatter.ts';
import type { OtherNames } from './ArticleNames.ts';
import { LINK_KEYS } from './readLink.ts';

/** Keys of addresses, of the original's site and of the site that the file was written for. */
const ADDRESSES = [...LINK_KEYS, 'alias', 'aliases', 'redirect_from'];

/**
 * Returns by which names other files may speak of an article, as its front matter tells them (Hexo's `permalink` and
 * `slug`, Hugo's `url` and `aliases`, Jekyll's `redirect_from`, Obsidian's `aliases`); undefined where it has none.
 */
export function readOtherNames(fields: FrontMatter): OtherNames | undefined {
  const given = ADDRESSES.flatMap((key) => listTexts(fields[key]));
  const addresses = given.filter((text) => /^https?:\/\//i.test(text) || text.startsWith('/'));
  const slugs = [
    ...listTexts(fields.slug),
    ...[fields.alias, fields.aliases].flatMap(listTexts).filter((text) => !text.includes('/')),
  ];
  return addresses.length + slugs.length > 0 ? { addresses, slugs } : undefined;
}

function listTexts(field: Field | undefined): string[] {
  const list = typeof field === 'string' ? [field] : (field ?? []).flat();
  return list.map((text) => text.trim()).filter((text) => text !== '');
}
