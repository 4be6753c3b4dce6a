import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compressFiles } from '../../src/archive/output/compressFiles.ts';
import { buildSite } from '../support/buildSite.ts';

/** A built site that every user of the machine may read, as a server's own user has to. */
export interface PreparedSite {
  folder: string;
  remove: () => void;
}

/** Builds a site for a path, with compressed files where asked for. */
export async function prepareSite(base: string, isCompressed: boolean): Promise<PreparedSite> {
  const parent = mkdtempSync(join(tmpdir(), 'cangbao-hosts-'));
  const folder = join(parent, 'dist');
  const env = { SITE_URL: 'https://news.example.org/' };
  cpSync(await buildSite({ base, env }), folder, { recursive: true });
  if (isCompressed) await compressFiles(folder);
  chmodSync(parent, 0o755);
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}
