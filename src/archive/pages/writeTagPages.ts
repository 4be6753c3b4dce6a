import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildTagFilePath } from '../../model/archivePaths.ts';
import type { Tag, TagFile } from '../../model/Tag.ts';
import { encodeName } from '../feeds/pageAddresses.ts';
import { writeNames } from '../head/headLines.ts';
import { ALL, writePlainFooter, writePlainList } from './listHtml.ts';
import { readRows } from './listPages.ts';
import { type ListPagesOptions, listMonths, ROWS, writePage } from './writeListPages.ts';

/** Writes the page of each tag, and for those of many articles one for each month. */
export function writeTagPages(options: ListPagesOptions): void {
  const { outDir, base, catalogue, head, buildPage } = options;
  const { tags, site } = catalogue;
  if (!tags) return;
  const footer = site ? writePlainFooter(site, base) : '';
  const page = buildPage([], '');
  for (const tag of listTags(outDir, tags.files)) {
    // A name that would lead elsewhere: out of the folder here, out of the address in a browser.
    if (tag.name.split(/[\\/]/).some((part) => /^~*\.{0,2}$/.test(part))) continue;
    const rows = readRows(outDir, tag.list, tag);
    const title = `标签：${tag.name}`;
    const links = [
      { name: ALL, href: base },
      ...listMonths(options, { list: tag.list, title, rows, links: [] }),
    ];
    const plain = writePlainList({ title, rows: rows.slice(0, ROWS), links }, base) + footer;
    const segment = encodeName(tag.name);
    writePage(outDir, `t/${tag.name}.html`, {
      page: page.replace(
        /[ \t]*<noscript>[\s\S]*?<\/noscript>/,
        () => `<noscript>${plain}</noscript>`,
      ),
      head: writeNames(`${title} · ${head.title}`, title, head.url && `${head.url}t/${segment}`),
    });
  }
}

function listTags(outDir: string, files: number): Tag[] {
  return Array.from({ length: files }, (_, index) => {
    const text = readFileSync(join(outDir, buildTagFilePath(index)), 'utf8');
    return (JSON.parse(text) as TagFile).tags;
  }).flat();
}
