import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { buildSite } from '../support/buildSite.ts';
import { killBrowser } from '../support/killBrowser.ts';
import { launchProfile } from '../support/launchBrowser.ts';
import { type PictureHost, startPictureHost } from '../support/startPictureHost.ts';
import { startServer, type TestServer } from '../support/startServer.ts';
import { fortyArticles, type OfflineContent, writeOfflineContent } from './writeOfflineContent.ts';

/** A reader with a browser of their own, whose data outlives it. */
export interface Reader {
  context: BrowserContext;
  page: Page;
  /** Errors that nothing caught, of all pages so far. */
  troubles: string[];
  /** Opens an address below the site's base; `where`: another page than the reader's first. */
  open(path?: string, where?: Page): Promise<Page>;
  /** Closes the browser and starts it again with the same data, on the same address. */
  restart(): Promise<void>;
  /** The same, but the browser is killed. */
  killAndRestart(): Promise<void>;
}

/** A site, its pictures' host, and readers. */
export interface OfflineWorld {
  /** The built site. Don't change files in it. */
  folder: string;
  server: TestServer;
  pictures: PictureHost;
  /** Stops both servers for good, open connections included. */
  goOffline(): Promise<void>;
  /** Starts them again at their old addresses. */
  goOnline(): Promise<void>;
  newReader(): Promise<Reader>;
}

/** Builds the site once for a test file; servers are fresh and readers gone after each test. */
export function setUpOffline(
  name = 'forty',
  content: OfflineContent = fortyArticles,
  env: Record<string, string> = {},
): OfflineWorld {
  const world = {} as OfflineWorld;
  let readers: (Reader & { profile: string })[] = [];
  let ports = { site: 0, pictures: 0 };
  let isOnline = false;

  beforeAll(async () => {
    world.folder = await buildSite({ content: await writeOfflineContent(name, content), env });
    await world.goOnline();
  });

  afterAll(() => world.goOffline());

  afterEach(async () => {
    const ended = readers;
    readers = [];
    await Promise.all(ended.map(({ context }) => context.close()));
    await Promise.all(
      ended.map(({ profile }) => rm(profile, { recursive: true, force: true, maxRetries: 5 })),
    );
    if (!isOnline) await world.goOnline();
    world.server.setFault();
    world.server.setCaching();
    world.server.setFolder(world.folder);
    world.pictures.setFault();
    world.pictures.requests.length = 0;
    expect(ended.flatMap(({ troubles }) => troubles)).toEqual([]);
  });

  world.goOnline = async () => {
    world.server = await startServer(world.folder, { port: ports.site });
    world.pictures = await startPictureHost(ports.pictures);
    ports = { site: Number(new URL(world.server.url).port), pictures: world.pictures.port };
    isOnline = true;
  };

  world.goOffline = async () => {
    if (!isOnline) return;
    isOnline = false;
    await Promise.all([world.server.close(), world.pictures.close()]);
  };

  world.newReader = async () => {
    const profile = await mkdtemp(join(tmpdir(), 'cangbao-profile-'));
    const troubles: string[] = [];
    const reader = { profile, troubles } as Reader & { profile: string };

    async function start() {
      const context = await launchProfile(profile, buildFlags(world.pictures.port), {
        viewport: { width: 1440, height: 900 },
      });
      context.setDefaultTimeout(30_000);
      context.on('weberror', (event) => troubles.push(String(event.error())));
      reader.context = context;
      reader.page = context.pages()[0] ?? (await context.newPage());
    }

    reader.open = async (path = '', where = reader.page) => {
      await where.goto(world.server.url + path, { waitUntil: 'commit' });
      return where;
    };
    reader.restart = async () => {
      await reader.context.close();
      await start();
    };
    reader.killAndRestart = async () => {
      await killBrowser(profile);
      await reader.context.close().catch(() => undefined); // it is gone
      await start();
    };
    await start();
    readers.push(reader);
    return reader;
  };

  return world;
}

/**
 * `pictures.test` and `site.test` (no secure context) are this machine; the first one's certificate is signed by
 * nobody.
 */
export function buildFlags(port: number): string[] {
  return [
    `--host-resolver-rules=MAP pictures.test:443 127.0.0.1:${port}, MAP site.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
    '--ignore-certificate-errors',
  ];
}
