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

/** A reader with data of their own, in a browser that all readers of a test file share. */
export interface Reader {
  context: BrowserContext;
  page: Page;
  /** Errors that nothing caught, of all pages so far. */
  troubles: string[];
  /** Opens an address below the site's base; `where`: another page than the reader's first. */
  open(path?: string, where?: Page): Promise<Page>;
}

/** A reader with a browser of their own, whose data outlives it. To start one takes a second. */
export interface LastingReader extends Reader {
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
  newLastingReader(): Promise<LastingReader>;
}

/** Builds the site and starts a browser once for a test file; readers are gone and the servers well after each test. */
export function setUpOffline(
  name = 'forty',
  content: OfflineContent = fortyArticles,
  env: Record<string, string> = {},
): OfflineWorld {
  const world = {} as OfflineWorld;
  let readers: Reader[] = [];
  let profiles: string[] = [];
  /** The browser of readers who need none of their own; it starts with the first of them. */
  let shared: Promise<BrowserContext> | undefined;
  let ports = { site: 0, pictures: 0 };
  let isOnline = false;

  beforeAll(async () => {
    world.folder = await buildSite({ content: await writeOfflineContent(name, content), env });
    await world.goOnline();
  });

  afterAll(async () => {
    await (await shared)?.close();
    await removeProfiles();
    await world.goOffline();
  });

  afterEach(async () => {
    const ended = readers;
    readers = [];
    await Promise.all(ended.map(({ context }) => context.close()));
    if (!shared) await removeProfiles();
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

  async function launch(): Promise<[BrowserContext, string]> {
    const profile = await mkdtemp(join(tmpdir(), 'cangbao-profile-'));
    profiles.push(profile);
    return [await launchProfile(profile, buildFlags(world.pictures.port), settings), profile];
  }

  async function removeProfiles(): Promise<void> {
    const gone = profiles;
    profiles = [];
    await Promise.all(
      gone.map((each) => rm(each, { recursive: true, force: true, maxRetries: 5 })),
    );
  }

  async function begin<T extends Reader>(reader: T, context: BrowserContext): Promise<void> {
    context.setDefaultTimeout(30_000);
    context.on('weberror', (event) => reader.troubles.push(String(event.error())));
    reader.context = context;
    reader.page = context.pages()[0] ?? (await context.newPage());
  }

  function createReader<T extends Reader>(): T {
    const reader = { troubles: [] as string[] } as T;
    reader.open = async (path = '', where = reader.page) => {
      await where.goto(world.server.url + path, { waitUntil: 'commit' });
      return where;
    };
    readers.push(reader);
    return reader;
  }

  world.newReader = async () => {
    shared ??= launch().then(([context]) => context);
    const browser = (await shared).browser();
    if (!browser) throw new Error('the shared browser is gone');
    const reader = createReader<Reader>();
    await begin(reader, await browser.newContext(settings));
    return reader;
  };

  world.newLastingReader = async () => {
    const reader = createReader<LastingReader>();
    const [context, profile] = await launch();
    await begin(reader, context);
    const start = async () =>
      begin(reader, await launchProfile(profile, buildFlags(world.pictures.port), settings));
    reader.restart = async () => {
      await reader.context.close();
      await start();
    };
    reader.killAndRestart = async () => {
      await killBrowser(profile);
      await reader.context.close().catch(() => undefined); // it is gone
      await start();
    };
    return reader;
  };

  return world;
}

const settings = { viewport: { width: 1440, height: 900 } };

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
