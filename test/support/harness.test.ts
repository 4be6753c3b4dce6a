import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { blockOutside } from './blockOutside.ts';
import { findInstalledBrowsers } from './findInstalledBrowsers.ts';
import { launchBrowser } from './launchBrowser.ts';
import { startServer } from './startServer.ts';

const page = `<!doctype html><meta charset="utf-8"><title>藏报</title>
<h1 style="font-size: 20px; display: inline-block">新浪财经</h1>
<img id="outside" src="https://pictures.example/a.jpg">
<script>fetch('https://elsewhere.example/data.json').catch(() => {})</script>`;

let site: string;
const [installed] = findInstalledBrowsers();

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'cangbao-harness-'));
  await writeFile(join(site, 'index.html'), page);
});
afterAll(() => rm(site, { recursive: true, force: true }));

async function serve() {
  const server = await startServer(site);
  onTestFinished(server.close);
  return server;
}

describe.each([
  { name: 'the browser of the tests', choice: process.env.CHROME_PATH, skip: false },
  { name: 'an installed browser', choice: installed, skip: installed === undefined },
])('$name', { timeout: 60_000 }, ({ choice, skip }) => {
  let browser: Browser;
  beforeAll(async () => {
    if (!skip) browser = await launchBrowser(choice);
  }, 120_000);
  afterAll(() => browser?.close());

  async function openPage(): Promise<Page> {
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    return context.newPage();
  }

  test.skipIf(skip)('lays out Chinese text', async () => {
    const { url } = await serve();
    const page = await openPage();
    await blockOutside(page);
    await page.goto(url);
    expect(await page.title()).toBe('藏报');
    // At 20 px four characters are 80 px wide; without any Chinese font they are narrower blanks.
    const width = (await page.locator('h1').boundingBox())?.width;
    expect(width).toBeGreaterThan(40);
    expect(width).toBeLessThan(90);
  });

  test.skipIf(skip)(
    'shows outside pictures or lets them fail, and writes down the rest',
    async () => {
      const { url } = await serve();
      for (const [answer, width] of [
        ['show', 400],
        ['fail', 0],
      ] as const) {
        const page = await openPage();
        const seen = await blockOutside(page.context(), answer);
        await page.goto(url);
        await expect
          .poll(() =>
            page.locator('#outside').evaluate((image: HTMLImageElement) => image.complete),
          )
          .toBe(true);
        expect(
          await page.locator('#outside').evaluate((image: HTMLImageElement) => image.naturalWidth),
        ).toBe(width);
        expect(seen).toEqual({
          pictures: ['https://pictures.example/a.jpg'],
          refused: ['https://elsewhere.example/data.json'],
        });
      }
    },
  );

  test.skipIf(skip)('looks up no other host, even where nobody blocks it', async () => {
    const page = await openPage();
    // An address that would be refused, not unknown, if the browser were free to try it.
    await expect(page.goto('http://127.0.0.2/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
  });
});
