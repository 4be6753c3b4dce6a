import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes files below a folder. Their time is past, since the cache trusts no file that has just changed. */
export function writeContent(folder: string, files: Record<string, string | Uint8Array>): void {
  const past = new Date(Date.now() - 60_000);
  for (const [path, data] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), data);
    utimesSync(join(folder, path), past, past);
  }
}

/** Builds a content file. */
export function buildContentFile(
  title: string,
  categories: readonly string[],
  day: number,
  body = `<p>${title}的正文，说的是码头上的一天。</p>`,
): string {
  const list = categories.map((name) => ` - ${name}\n`).join('');
  const date = new Date(Date.UTC(2023, 3, day, 1)).toUTCString();
  return `---\ntitle: '${title}'\ncategories:\n${list}date: ${date}\n---\n${body}\n`;
}

/** Builds an SVG of a size. */
export function buildSvg(width: number, height: number, inside = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inside}</svg>`;
}
