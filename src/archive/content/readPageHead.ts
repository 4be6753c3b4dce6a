import type { FrontMatter } from './FrontMatter.ts';
import { parseDate } from './parseDate.ts';
import { listElements, type PageElement, readAttribute, readPageText } from './parsePage.ts';

/** Names of `meta` elements, those that say it best first. */
const PUBLISHED =
  'article:published_time datepublished publishdate pubdate publish_date og:release_date parsely-pub-date sailthru.date dc.date.issued dc.date date weibo:article:create_at';
const UPDATED = 'article:modified_time datemodified og:updated_time lastmod';
const AUTHOR = 'author article:author parsely-author sailthru.author dc.creator byl';
const SITE = 'og:site_name application-name mediaid';
/** What browsers write above a page that they save. */
const SAVED_FROM =
  /<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?:\/\/\S+)/;

/** Reads what a page says of itself in its head, in the keys of front matter. `text`: the page's source. */
export function readPageHead(page: PageElement, text: string): FrontMatter {
  const elements = listElements(page);
  const metas = readMetas(elements);
  const data = readLinkedData(elements);
  const find = (names: string) =>
    names
      .split(' ')
      .flatMap((name) => metas.get(name) ?? [])
      .filter((value) => value !== '');
  const canonical = elements.find(
    (each) => readAttribute(each, 'rel').toLowerCase() === 'canonical',
  );
  const time = elements.find(
    (each) => each.tagName === 'time' && readAttribute(each, 'datetime') !== '',
  );
  const pick = (values: string[], isGood: (value: string) => unknown = Boolean) =>
    values.find(isGood) ?? '';
  const title = elements.find((each) => each.tagName === 'title');
  const site = pick([...find(SITE), ...data.site]);
  const fields: Record<string, string> = {
    title: pick([...find('og:title'), ...data.title, title ? readPageText(title) : '']),
    date: pick(
      [...find(PUBLISHED), ...data.published, time ? readAttribute(time, 'datetime') : ''],
      parseDate,
    ),
    updated: pick([...find(UPDATED), ...data.updated], parseDate),
    // An address is no name.
    byline: pick([...find(AUTHOR), ...data.author], (value) => !/^https?:/i.test(value)),
    author: site,
    link: pick(
      [
        canonical ? readAttribute(canonical, 'href') : '',
        ...find('og:url'),
        SAVED_FROM.exec(text)?.[1] ?? '',
      ],
      (value) => /^https?:/i.test(value),
    ),
  };
  if (site === '') fields.author = fields.byline ?? '';
  const known = Object.entries(fields).filter(([, value]) => value !== '');
  const tags = find('article:tag');
  return { ...Object.fromEntries(known), ...(tags.length > 0 && { tags }) };
}

/** Values of `meta` elements by their name in lower case. */
function readMetas(elements: readonly PageElement[]): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const element of elements) {
    if (element.tagName !== 'meta') continue;
    const name = ['property', 'name', 'itemprop']
      .map((key) => readAttribute(element, key))
      .find(Boolean);
    if (!name) continue;
    const key = name.toLowerCase();
    metas.set(key, [...(metas.get(key) ?? []), readAttribute(element, 'content')]);
  }
  return metas;
}

/** What a page says in JSON-LD, from all of its objects that speak of an article. */
function readLinkedData(elements: readonly PageElement[]) {
  const found = { title: [], published: [], updated: [], author: [], site: [] } as Record<
    'title' | 'published' | 'updated' | 'author' | 'site',
    string[]
  >;
  for (const element of elements) {
    if (element.tagName !== 'script' || readAttribute(element, 'type') !== 'application/ld+json')
      continue;
    for (const item of listItems(parseJson(element))) {
      if (!/(?:Article|Posting|Report)$/.test(String(item['@type']))) continue;
      found.title.push(...readNames(item.headline));
      found.published.push(...readNames(item.datePublished));
      found.updated.push(...readNames(item.dateModified));
      found.author.push(readNames(item.author).join('、'));
      found.site.push(...readNames(item.publisher));
    }
  }
  return found;
}

function parseJson(script: PageElement): unknown {
  const [text] = script.childNodes;
  try {
    return JSON.parse(text && 'value' in text ? text.value : '');
  } catch {
    return undefined;
  }
}

function listItems(data: unknown): Record<string, unknown>[] {
  if (Array.isArray(data)) return data.flatMap(listItems);
  if (typeof data !== 'object' || data === null) return [];
  const item = data as Record<string, unknown>;
  return [item, ...(Array.isArray(item['@graph']) ? item['@graph'].flatMap(listItems) : [])];
}

/** A text, the `name` of an object, or those of a list. */
function readNames(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (Array.isArray(value)) return value.flatMap(readNames);
  const { name } = (value ?? {}) as { name?: unknown };
  return typeof name === 'string' ? readNames(name) : [];
}
