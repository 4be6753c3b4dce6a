import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findIds, writePayloadArchive, writePayloadContent } from './payloadArticles.ts';
import type { Payload } from './readPayloads.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Which layers a site has: the sanitizer in the browser, the content policy with Trusted Types. */
export type Layers = 'both' | 'sanitizer' | 'policy' | 'none';
/** By which way the payloads come in: through content files and the build, or straight into the archive's JSON. */
export type Way = 'content' | 'archive';

/** Every way in, with both layers and with each alone; without any, the payloads show that they are none too weak. */
export const ALL_TARGETS: readonly [Layers, Way][] = [
  ['none', 'archive'],
  ['both', 'content'],
  ['both', 'archive'],
  ['sanitizer', 'content'],
  ['sanitizer', 'archive'],
  ['policy', 'content'],
  ['policy', 'archive'],
];

/** A built site to attack. */
export interface Target {
  layers: Layers;
  way: Way;
  folder: string;
  /** Ids of the articles by mark. */
  ids: Map<string, string>;
}

/** Builds the site as it is and without its sanitizer, and makes the targets from these two. */
export function buildTargets(
  scratch: string,
  payloads: readonly Payload[],
  wanted: readonly [Layers, Way][],
): Target[] {
  const content = join(scratch, 'content');
  writePayloadContent(content, payloads);
  const vite = join(
    dirname(createRequire(import.meta.url).resolve('vite/package.json')),
    'bin/vite.js',
  );
  const whole = join(scratch, 'whole');
  const open = join(scratch, 'open');
  run([vite, 'build', '--outDir', whole, '--emptyOutDir', '--logLevel', 'warn'], content);
  run([join(root, 'test/hostile/buildOpenSite.mjs'), open], content);

  return wanted.map(([layers, way]) => {
    const folder = join(scratch, `${layers}-${way}`);
    cpSync(layers === 'policy' || layers === 'none' ? open : whole, folder, { recursive: true });
    if (way === 'archive') writePayloadArchive(folder, payloads);
    if (layers === 'sanitizer' || layers === 'none') removePolicy(folder);
    return { layers, way, folder, ids: findIds(folder) };
  });
}

function run(args: string[], content: string): void {
  const env = { ...process.env, CONTENT_DIR: content, NODE_ENV: 'production', VITEST: undefined };
  execFileSync(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
}

function removePolicy(folder: string): void {
  for (const page of ['index.html', '404.html']) {
    const path = join(folder, page);
    const html = readFileSync(path, 'utf8');
    const bare = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    if (bare === html) throw new Error(`${page} has no policy`);
    rmSync(path);
    writeFileSync(path, bare);
  }
}
