import { posix } from 'node:path';

/**
 * Returns what is wrong with a book's files, as far as that can be told without epubcheck: XML that doesn't parse,
 * files that the package doesn't name or names in vain, ids that are there twice, links that lead nowhere.
 */
export async function checkStructure(files: ReadonlyMap<string, string | Blob>): Promise<string[]> {
  const faults: string[] = [];
  const pages = new Map<string, Document>();
  for (const [name, content] of files) {
    if (!/\.(?:xhtml|opf|ncx|xml)$/.test(name)) continue;
    const type = name.endsWith('.xhtml') ? 'application/xhtml+xml' : 'application/xml';
    const page = new DOMParser().parseFromString(String(content), type);
    const fault = page.querySelector('parsererror');
    if (fault) faults.push(`${name}: ${fault.textContent}`);
    pages.set(name, page);
  }
  const names = [...files.keys()];
  if (names[0] !== 'mimetype' || files.get('mimetype') !== 'application/epub+zip')
    faults.push('the first file does not say what it is');
  const book = pages.get('OEBPS/package.opf');
  const items = [...(book?.querySelectorAll('manifest > item') ?? [])];
  const listed = items.map((item) => `OEBPS/${item.getAttribute('href')}`).sort();
  const own = names.filter((name) => name.startsWith('OEBPS/') && name !== 'OEBPS/package.opf');
  if (listed.join() !== own.sort().join()) faults.push(`listed: ${listed}; there: ${own}`);
  const ids = new Set(items.map(({ id }) => id));
  for (const item of book?.querySelectorAll('spine > itemref') ?? [])
    if (!ids.has(item.getAttribute('idref') ?? '')) faults.push('a page that is not listed');
  for (const item of items) {
    const page = pages.get(`OEBPS/${item.getAttribute('href')}`);
    const holdsMath = (page?.getElementsByTagName('math').length ?? 0) > 0;
    if (holdsMath !== /mathml/.test(item.getAttribute('properties') ?? ''))
      faults.push(`${item.getAttribute('href')}: formulas are not announced`);
  }
  for (const [name, page] of pages) faults.push(...checkLinks(name, page, pages, files));
  return faults;
}

function checkLinks(
  name: string,
  page: Document,
  pages: ReadonlyMap<string, Document>,
  files: ReadonlyMap<string, unknown>,
): string[] {
  const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
  const faults = ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `${name}: id ${id} twice`);
  for (const element of page.querySelectorAll('[href], [src]')) {
    const address = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
    if (/^https?:/.test(address)) {
      if (element.localName !== 'a') faults.push(`${name}: loads ${address}`);
      continue;
    }
    const [path = '', place] = address.split('#');
    const target = path === '' ? name : posix.join(posix.dirname(name), path);
    if (!files.has(target)) faults.push(`${name}: no ${target}`);
    if (place && !pages.get(target)?.getElementById(place)) faults.push(`${name}: no ${address}`);
  }
  return faults;
}
