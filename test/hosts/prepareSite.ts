import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compressFiles } from '../../src/archive/output/compressFiles.ts';
import { buildSite } from '../support/buildSite.ts';
import { LATER_PAGE } from './listAddresses.ts';

/** A built site that every user of the machine may read, as a server's own user has to. */
export interface PreparedSite {
  folder: string;
  remove: () => void;
}

/** Builds a site for a path, with the page that later builds make, and compressed files where asked for. */
export async function prepareSite(base: string, isCompressed: boolean): Promise<PreparedSite> {
  const parent = mkdtempSync(join(tmpdir(), 'cangbao-hosts-'));
  const folder = join(parent, 'dist');
  const env = { SITE_URL: 'https://news.example.org/' };
  cpSync(await buildSite({ base, env }), folder, { recursive: true });
  const page = join(folder, `${LATER_PAGE}.html`);
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><p>${'一篇文章。'.repeat(500)}</p>`);
  if (isCompressed) await compressFiles(folder);
  chmodSync(parent, 0o755);
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}
