/**
 * `npm run drill -- hosts`: Debian's nginx, Caddy and Apache, and an S3 server, with just the recipes that
 * `npm run host` prints. Only addresses and folders differ, and those are told as an owner tells them.
 */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildApacheRecipe } from '../../src/archive/hosts/buildApacheRecipe.ts';
import { buildCaddyRecipe } from '../../src/archive/hosts/buildCaddyRecipe.ts';
import { buildHtaccessRecipe } from '../../src/archive/hosts/buildHtaccessRecipe.ts';
import { buildNginxRecipe } from '../../src/archive/hosts/buildNginxRecipe.ts';
import { buildS3Recipe } from '../../src/archive/hosts/buildStorageRecipe.ts';
import type { BuildRecipe, HostFacts } from '../../src/archive/hosts/HostFacts.ts';
import { readHostFacts } from '../../src/archive/hosts/readHostFacts.ts';
import { formatHeaders } from '../../src/archive/output/writePolicy.ts';
import { encodePath } from '../../src/archive/site/readValue.ts';
import { DEFAULT_SETTINGS } from '../../src/archive/site/SiteSettings.ts';
import { isDrill } from '../support/isDrill.ts';
import { launchBrowser } from '../support/launchBrowser.ts';
import { checkHost, type Encodings } from './checkHost.ts';
import type { Limits } from './listAddresses.ts';
import { measureFirstVisit } from './measureFirstVisit.ts';
import { type PreparedSite, prepareSite } from './prepareSite.ts';
import { readOnHost } from './readOnHost.ts';
import { findFreePort, findProgram, type RunningHost } from './startProgram.ts';
import {
  type ServerInput,
  startApache,
  startCaddy,
  startHtaccess,
  startNginx,
} from './startServers.ts';
import { startStorage, TARGET } from './startStorage.ts';

interface Server {
  name: string;
  program: string;
  build: BuildRecipe;
  start: (program: string, input: ServerInput) => Promise<RunningHost>;
  /** What it sends to a browser that takes brotli: without and with compressed files. */
  best: [onTheFly: string, compressed: string];
}

const SERVERS: Server[] = [
  {
    name: 'nginx',
    program: 'nginx',
    build: buildNginxRecipe,
    start: startNginx,
    best: ['gzip', 'gzip'],
  },
  {
    name: 'Caddy',
    program: 'caddy',
    build: buildCaddyRecipe,
    start: startCaddy,
    best: ['gzip', 'br'],
  },
  {
    name: 'Apache',
    program: 'apache2',
    build: buildApacheRecipe,
    start: startApache,
    best: ['br', 'br'],
  },
  {
    name: '.htaccess',
    program: 'apache2',
    build: buildHtaccessRecipe,
    start: startHtaccess,
    best: ['br', 'br'],
  },
];
const BASES = ['/', '/news/', '/新闻/'];
const STORAGE_LIMITS: Limits = {
  hasNoPolicy: true,
  hasOneEncoding: true,
  hasOneErrorPage: true,
  findsNoHtml: true,
};

/** The table that the drill prints. */
const rows: Record<string, string>[] = [];
let browser: Browser;

function findFacts(
  base: string,
  url: string,
  isCompressed: boolean,
  site: PreparedSite,
): HostFacts {
  const settings = { ...DEFAULT_SETTINGS, base: encodePath(base), url, compress: isCompressed };
  const facts = readHostFacts('/', settings, { language: 'zh', target: undefined });
  return { ...facts, output: site.folder };
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cangbao-server-'));
  // The server's own user has to read what it is told.
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Checks a host that runs, visits it in a browser, ends it, and adds a row to the table. */
async function examine(
  host: RunningHost,
  site: PreparedSite,
  encodings: Encodings,
  labels: Record<string, string>,
  limits: Limits = {},
): Promise<void> {
  onTestFinished(() => host.close());
  const { passed, faults } = await checkHost(host.url, site.folder, encodings, limits);
  expect(faults).toEqual([]);
  const bytes = await measureFirstVisit(host.url);
  const [file = ''] = readdirSync(join(site.folder, 'archive/articles'));
  const visit = await readOnHost(browser, host, file.replace(/\.json.*$/, ''));
  expect(visit).toMatchObject({ isReadOffline: true, troubles: [] });
  expect(visit.rows).toBeGreaterThan(5);
  expect(visit.title).not.toBe('');
  const inKilobytes = (number: number) => `${Math.round(number / 1000)} KB`;
  rows.push({
    ...labels,
    checks: String(passed),
    page: inKilobytes(bytes.page),
    worker: inKilobytes(bytes.worker),
  });
}

describe.runIf(isDrill)('a printed recipe', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    console.table(rows);
  });

  describe.each(BASES)('at %s', (base) => {
    describe.each([false, true])('compressed files: %s', (isCompressed) => {
      let site: PreparedSite;
      beforeAll(async () => {
        site = await prepareSite(base, isCompressed);
      });
      afterAll(() => site.remove());
      const label = (host: string) => ({ host, path: base, compressed: String(isCompressed) });

      for (const { name, program, build, start, best } of SERVERS) {
        const path = findProgram(program);
        test.skipIf(!path)(`${name}${path ? '' : `: ${program} is not installed`}`, async () => {
          const url = `http://127.0.0.1:${await findFreePort()}${encodePath(base)}`;
          const facts = findFacts(base, url, isCompressed, site);
          const input = { recipe: build(facts), folder: makeFolder(), url, facts };
          const encodings = {
            'gzip, br': best[Number(isCompressed)],
            gzip: 'gzip',
            identity: undefined,
          };
          await examine(await start(path ?? '', input), site, encodings, label(name));
        });
      }

      const rclone = findProgram('rclone');
      test.skipIf(!rclone)(`S3${rclone ? '' : ': rclone is not installed'}`, async () => {
        const storage = await startStorage(makeFolder(), base);
        const facts = findFacts(base, storage.url, isCompressed, site);
        const recipe = buildS3Recipe({ ...facts, target: `s3:${TARGET}${base}` });
        await storage.upload(recipe, 's3');
        const sent = isCompressed ? 'gzip' : undefined;
        const encodings = { 'gzip, br': sent, gzip: sent, identity: sent };
        await examine(storage, site, encodings, label('S3'), STORAGE_LIMITS);
      });
    });
  });

  const nginx = findProgram('nginx');
  /** What these checks are for: a few lines as found everywhere, and a build's policy copied into the server. */
  test.skipIf(!nginx).each([
    ['/', ['/a/nowhereabouts (gzip): 200, not 404', '/ (gzip): cache undefined']],
    ['/news/', ['/a/nowhereabouts (gzip): 500, not 404', '/saved (gzip): 500, not 200']],
  ])('is missed by the checks where there is none, at %s', async (base, expected) => {
    const site = await prepareSite(base, false);
    onTestFinished(() => site.remove());
    const folder = makeFolder();
    const url = `http://127.0.0.1:${await findFreePort()}${base}`;
    const root = base === '/' ? site.folder : join(folder, 'root');
    if (base !== '/') {
      mkdirSync(root);
      symlinkSync(site.folder, join(root, 'news'));
    }
    const policy = /Content-Security-Policy: (.*)/.exec(formatHeaders(base, ['old.example']))?.[1];
    const recipe = `server {
  listen 127.0.0.1:${new URL(url).port};
  root ${root};
  add_header Content-Security-Policy "${policy}";
  location / { try_files $uri $uri/ /404.html; }
  location /archive/ { try_files $uri =404; }
}
`;
    const facts = findFacts(base, url, false, site);
    const host = await startNginx(nginx ?? '', { recipe, folder, url, facts });
    onTestFinished(() => host.close());
    const encodings = { 'gzip, br': 'gzip', gzip: 'gzip', identity: undefined };
    const { faults } = await checkHost(url, site.folder, encodings);
    expect(faults).toEqual(
      expect.arrayContaining([...expected, '/ (gzip): a header that names the hosts of pictures']),
    );
  });
});
