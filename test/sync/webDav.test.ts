/**
 * Sync through a real WebDAV server: Apache's mod_dav, set up as README.md says, asked by a built site in a browser
 * across origins. Without Apache on the machine these tests are left out.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findFreePort, findProgram } from '../hosts/startProgram.ts';
import { eventually, waitForApp } from '../journey/setUpJourney.ts';
import { buildContentFile, writeContent } from '../site/writeContent.ts';
import { buildSite, runFolderVariable } from '../support/buildSite.ts';
import { closeDialog } from '../support/closeDialog.ts';
import { launchBrowser } from '../support/launchBrowser.ts';
import { startServer, type TestServer } from '../support/startServer.ts';
import { type DavServer, startDav } from './startDav.ts';

const apache = findProgram('apache2');
const TITLES = ['码头的清晨', '渡口的黄昏', '灯塔的夜'];

let browser: Browser;
let site: TestServer;
let dav: DavServer;
let ids: Map<string, string>;
/** What localStorage holds of the bookmark of each title. */
const kept = new Map<string, { name: string; value: string }>();
const contexts: BrowserContext[] = [];

describe.skipIf(!apache)('WebDAV', () => {
  beforeAll(async () => {
    const port = await findFreePort();
    const content = join(process.env[runFolderVariable] ?? '', 'content of a site that syncs');
    mkdirSync(content);
    const files = TITLES.map((title, n) => [`${n}.md`, buildContentFile(title, ['日报'], n + 1)]);
    writeContent(content, {
      ...(Object.fromEntries(files) as Record<string, string>),
      'site.yaml': `sync_hosts: localhost:${port}\n`,
    });
    const [folder, started] = await Promise.all([buildSite({ content }), launchBrowser()]);
    browser = started;
    site = await startServer(folder);
    dav = await startDav(apache ?? '', port, new URL(site.url).origin);
    const articles = readdirSync(join(folder, 'archive/articles')).map(
      (name) =>
        JSON.parse(readFileSync(join(folder, 'archive/articles', name), 'utf8')) as {
          id: string;
          title: string;
        },
    );
    ids = new Map(articles.map(({ id, title }) => [title, id]));
    await bookmarkAll();
  });
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await browser?.close();
    await site?.close();
    await dav?.close();
  });
  beforeEach(() => {
    for (const name of readdirSync(dav.folder)) rmSync(join(dav.folder, name), { recursive: true });
  });

  /** Bookmarks each article once; devices then begin with what was kept of that. */
  async function bookmarkAll(): Promise<void> {
    const page = await openDevice([]);
    for (const title of TITLES) await bookmark(page, title);
    const { origins } = await page.context().storageState();
    for (const entry of origins.flatMap(({ localStorage }) => localStorage)) {
      const title = TITLES.find((each) => entry.value.includes(each));
      if (title && entry.name.startsWith('cangbao:bookmark:')) kept.set(title, entry);
    }
    expect([...kept.keys()].sort()).toEqual([...TITLES].sort());
  }

  /** Presses the bookmark button of an article, and comes back to the bookmarks' page. */
  async function bookmark(page: Page, title: string): Promise<void> {
    await page.goto(`${site.url}a/${ids.get(title)}`);
    await waitForApp(page);
    await page.getByRole('button', { name: '收藏', exact: true }).click();
    await page.goto(`${site.url}saved`);
    await waitForApp(page);
  }

  /** A browser of the reader's, on the bookmarks' page, with some bookmarks. */
  async function openDevice(titles: readonly string[]): Promise<Page> {
    const localStorage = titles.flatMap((title) => kept.get(title) ?? []);
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      serviceWorkers: 'block',
      storageState: { cookies: [], origins: [{ origin: new URL(site.url).origin, localStorage }] },
    });
    contexts.push(context);
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await page.goto(`${site.url}saved`);
    await waitForApp(page);
    return page;
  }

  async function fillIn(page: Page, access: Partial<DavServer> = {}): Promise<void> {
    const { url, user, password } = { ...dav, ...access };
    if ((await page.getByRole('dialog').count()) === 0)
      await page.getByRole('button', { name: '同步' }).click();
    await page.getByLabel('地址').fill(url);
    await page.getByLabel('用户名').fill(user);
    await page.getByLabel('密码', { exact: true }).fill(password);
  }

  async function sync(page: Page, answer: RegExp, access: Partial<DavServer> = {}): Promise<void> {
    await fillIn(page, access);
    await page.getByRole('button', { name: '立即同步' }).click();
    await page.getByRole('dialog').getByText(answer).waitFor();
  }

  const readBookmarks = (page: Page) =>
    page.evaluate(() =>
      Object.entries(localStorage)
        .filter(([key, text]) => key.startsWith('cangbao:bookmark:') && text.includes('"title"'))
        .map(([, text]) => (JSON.parse(text) as { title: string }).title)
        .sort(),
    );
  const readTitles = () => {
    const text = readFileSync(join(dav.folder, 'cangbao.json'), 'utf8');
    const { bookmarks } = JSON.parse(text) as { bookmarks: { title: string }[] };
    return bookmarks.map(({ title }) => title).sort();
  };
  const [dawn = '', dusk = '', night = ''] = TITLES;

  test('two devices have the same bookmarks; a removal goes along', {
    timeout: 180_000,
  }, async () => {
    const [a, b] = [await openDevice([dawn, night]), await openDevice([dusk])];
    await sync(a, /已同步/);
    await sync(b, /已同步，这里更新了/);
    expect(await readBookmarks(b)).toEqual([...TITLES].sort());
    await sync(a, /已同步，这里更新了/);
    expect(await readBookmarks(a)).toEqual([...TITLES].sort());

    await closeDialog(b);
    await bookmark(b, dawn);
    // Address, name and password were remembered.
    await b.getByRole('button', { name: '同步' }).click();
    await b.getByRole('button', { name: '立即同步' }).click();
    await b
      .getByRole('dialog')
      .getByText(/已同步/)
      .waitFor();
    await sync(a, /已同步，这里更新了/);
    expect(await readBookmarks(a)).toEqual([dusk, night].sort());
    expect(readTitles()).toEqual([dusk, night].sort());
  });

  test('a wrong password, no network, a folder that is not there, another host: said, and nothing lost', {
    timeout: 180_000,
  }, async () => {
    const page = await openDevice([dawn]);
    await sync(page, /用户名或密码不对/, { password: 'wrong' });
    await sync(page, /没有允许连接这台服务器.*dav\.example/, { url: 'https://dav.example/x/' });
    await sync(page, /地址要以 https 开头/, { url: 'http://dav.example/x/' });
    await sync(page, /没能新建/, { url: `${dav.url}no/such/folder/` });
    expect(readdirSync(dav.folder)).toEqual([]);
    await fillIn(page);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '立即同步' }).click();
    await page.getByRole('dialog').getByText('没有网络').waitFor();
    await page.context().setOffline(false);
    expect(await readBookmarks(page)).toEqual([dawn]);
    await sync(page, /已同步/, { url: `${dav.url}new` });
    expect(readdirSync(join(dav.folder, 'new'))).toEqual(['cangbao.json']);
  });

  test.each(['a file that is new', 'a file that was there'])(
    'what another device writes meanwhile into %s is merged, not written over',
    { timeout: 180_000 },
    async (kind) => {
      const file = join(dav.folder, 'cangbao.json');
      const [a, b] = [await openDevice([dawn]), await openDevice([dusk])];
      const isNew = kind === 'a file that is new';
      let ours = '';
      if (!isNew) {
        await sync(a, /已同步/);
        ours = readFileSync(file, 'utf8');
      }
      await sync(b, /已同步/);
      const theirs = readFileSync(file, 'utf8');
      if (isNew) rmSync(file);
      else {
        writeFileSync(file, ours);
        await closeDialog(a);
        await bookmark(a, night);
      }
      const statuses: number[] = [];
      a.on('response', (response) => {
        if (response.request().method() === 'PUT') statuses.push(response.status());
      });
      let isFirst = true;
      await a.route(/cangbao\.json$/, async (route) => {
        if (route.request().method() === 'PUT' && isFirst) {
          isFirst = false;
          writeFileSync(file, theirs);
        }
        await route.continue();
      });
      await sync(a, /已同步，这里更新了/);
      expect(statuses[0]).toBe(412);
      const all = isNew ? [dawn, dusk] : TITLES;
      expect(readTitles()).toEqual([...all].sort());
      expect(await readBookmarks(a)).toEqual([...all].sort());
    },
  );

  test('another file is left as it is; a damaged one is kept aside', {
    timeout: 180_000,
  }, async () => {
    const page = await openDevice([dawn]);
    const file = join(dav.folder, 'cangbao.json');
    writeFileSync(file, '{"shopping":["tea"]}');
    await sync(page, /不是藏报的备份/);
    expect(readFileSync(file, 'utf8')).toBe('{"shopping":["tea"]}');
    rmSync(file);
    await sync(page, /已同步/);
    const whole = readFileSync(file, 'utf8');
    const cut = whole.slice(0, whole.indexOf('"items"') + 40);
    writeFileSync(file, cut);
    await sync(page, /处损坏/);
    const aside = readdirSync(dav.folder).find((name) => name.includes('damaged')) ?? '';
    expect(readFileSync(join(dav.folder, aside), 'utf8')).toBe(cut);
    expect(readTitles()).toEqual([dawn]);
  });

  test('by itself, where the reader wants that', { timeout: 180_000 }, async () => {
    const [a, b] = [await openDevice([dawn]), await openDevice([])];
    await sync(a, /已同步/);
    await sync(b, /已同步/);
    await b.getByLabel('打开网站时和有改动后自动同步').check();
    await closeDialog(a);
    await bookmark(a, dusk);
    await sync(a, /已同步/);
    await b.reload();
    await eventually(() => readBookmarks(b)).toEqual([dawn, dusk].sort());
  });
});
