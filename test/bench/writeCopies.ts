import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Copies content files for generators that want the front matter in the first line and dates in ISO form. */
export function writeCopies(content: string, folder: string): void {
  for (const path of listArticles(content)) {
    const text = readFileSync(join(content, path), 'utf8');
    const plain = text
      .trimStart()
      .replace(/^date: (.+)$/m, (_, date: string) => `date: ${new Date(date).toISOString()}`);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), plain);
  }
}

/** Lists the content files below a folder. */
export function listArticles(content: string): string[] {
  return readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );
}
