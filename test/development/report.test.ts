/** `npm run report`: the page in a browser, under a base, and that nothing of it is in a built site. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseArticle } from '../../src/archive/article/parseArticle.ts';
import { writeReport } from '../../src/archive/Report.ts';
import { DevReport } from '../../src/archive/report/DevReport.ts';
import { REPORT_FILE_PREFIX, REPORT_LIST } from '../../src/model/ReportPage.ts';
import { reportWords } from '../../src/reader/words/reportWords.ts';
import { buildSite } from '../support/buildSite.ts';
import { launchBrowser } from '../support/launchBrowser.ts';
import { publishNothing } from '../support/publishNothing.ts';

type AxeWindow = { axe: { run: () => Promise<AxeResults> } };

const PROJECT = resolve(import.meta.dirname, '../..');
const COUNT = 20_000;

let folder: string;
let vite: ChildProcess;
let output = '';
let browser: Browser;
let page: Page;
let address: string;
const trouble: string[] = [];

/** The report of a large archive; the builds of other tests write the one that the server itself reads. */
function leaveReport(): DevReport {
  const content = join(folder, 'content');
  mkdirSync(content);
  const promotion = '<div class="appendQr_wrap">扫码下载示例客户端</div>';
  const text = `---\ntitle: 夜班车\n---\n<p>短讯一则。</p>\n${promotion}`;
  writeFileSync(join(content, '1.md'), text);
  const reportFile = join(folder, 'report.json');
  writeReport(
    {
      contentDir: content,
      startedAt: new Date(Date.now() + 60_000).toISOString(),
      found: COUNT,
      published: COUNT,
      rejected: 0,
      redirects: 0,
      leftOut: [],
      warnings: [],
      pictureHosts: [],
      problems: Array.from({ length: COUNT }, (_, n) => ({
        kind: n === 1 ? 'lost' : 'dropped',
        path: `${n}.md`,
        outcome: n === 1 ? 'noticed' : 'dropped',
        reason: { zh: `原因 ${n}`, en: `reason ${n}` },
      })),
    },
    reportFile,
  );
  return new DevReport({
    reportFile,
    contentDir: content,
    listPaths: () => ['1.md'],
    parse: (path, bytes) => parseArticle(path, bytes, publishNothing),
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cangbao-report-'));
  const report = leaveReport();
  const program = join(PROJECT, 'node_modules/vite/bin/vite.js');
  vite = spawn(process.execPath, [program, '--port', '0'], {
    cwd: PROJECT,
    env: {
      ...process.env,
      CONTENT_DIR: join(folder, 'content'),
      BASE_PATH: '/news/',
      NODE_ENV: 'development',
      VITEST: undefined,
      NO_COLOR: '1',
    },
  });
  address = await new Promise<string>((done, fail) => {
    const read = (data: Buffer) => {
      output += data;
      const found = /Report: (http:\/\/localhost:\d+\/news\/report)$/m.exec(output)?.[1];
      if (found) done(found);
    };
    vite.stdout?.on('data', read);
    vite.stderr?.on('data', read);
    vite.once('exit', () => fail(new Error(`vite has ended: ${output}`)));
  });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  await page.route(`**/${REPORT_LIST}`, (route) => route.fulfill({ json: report.answerList() }));
  await page.route(
    (url) => url.href.includes(REPORT_FILE_PREFIX),
    (route) => {
      const path = new URL(route.request().url()).searchParams.get('path') ?? '';
      return route.fulfill({ json: report.answerFile(path) });
    },
  );
  await page.goto(address);
  await page.getByRole('list', { name: '有问题的文件' }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  vite?.kill();
  rmSync(folder, { recursive: true, force: true });
});

test('the server itself answers, too', async () => {
  const answer = await fetch(address.replace(/report$/, REPORT_LIST));
  expect(['none', 'elsewhere']).toContain((await answer.json()).state);
});

test('source and result stand side by side, and one above the other where there is less room', async () => {
  await page.keyboard.press('j');
  const source = page.getByRole('region', { name: '原文件' });
  const result = page.getByRole('region', { name: '结果' });
  await result.getByRole('heading', { name: '夜班车' }).waitFor();
  expect(await source.locator('del').textContent()).toBe('扫码下载示例客户端');
  expect(await result.textContent()).not.toContain('扫码');

  const boxes = async () => {
    const [left, right] = [await source.boundingBox(), await result.boundingBox()];
    if (!left || !right) throw new Error('not shown');
    return { left, right };
  };
  const wide = await boxes();
  expect(wide.right.x).toBeGreaterThanOrEqual(wide.left.x + wide.left.width - 1);
  for (const width of [768, 412]) {
    await page.setViewportSize({ width, height: 900 });
    const { left, right } = await boxes();
    expect(right.y).toBeGreaterThanOrEqual(left.y + left.height - 1);
    expect(left.x).toBe(right.x);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(overflow).toBe(width);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('twenty thousand files: few are in the document, and the keys go on from any of them', async () => {
  const rows = page.locator('.row-scroller');
  await rows.evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await page.getByRole('link', { name: `${COUNT - 1}.md` }).click();
  await page.keyboard.press('k');
  await page.getByRole('heading', { level: 2, name: `${COUNT - 2}.md` }).waitFor();
  await page.getByText('这个文件现在读不到').waitFor();
  expect(await page.locator('*').count()).toBeLessThan(1500);
  const open = page.locator('[aria-current="true"]');
  expect(await open.textContent()).toContain(`${COUNT - 2}.md`);
  // It had the focus with the press, and the focus goes along.
  expect(await open.evaluate((row) => row === document.activeElement)).toBe(true);

  await page.getByRole('searchbox', { name: '按路径查找' }).fill('1234');
  await page.getByText('共 12 个文件').waitFor();
  expect(trouble).toEqual([]);
});

test('axe finds nothing, with a file and without, in light and dark, on a phone and on a desk', async () => {
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  const source = readFileSync(axe, 'utf8');
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [412, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      for (const search of ['', '?of=lost&file=1.md']) {
        await page.goto(address + search);
        const sign = search === '' ? page.getByRole('link').first() : page.locator('del');
        await sign.waitFor();
        await page.evaluate(source);
        const results = await page.evaluate(() => (window as unknown as AxeWindow).axe.run());
        for (const { id, nodes } of results.violations)
          found.push(`${colorScheme} ${width} ${search} ${id} ${nodes[0]?.target}`);
      }
    }
  }
  expect(found).toEqual([]);
});

test('a built site has nothing of it', async () => {
  const site = await buildSite();
  const files = (readdirSync(site, { recursive: true }) as string[]).filter((name) =>
    /\.(?:js|css|html|webmanifest)$/.test(name),
  );
  expect(files.length).toBeGreaterThan(20);
  const room = join(PROJECT, 'src/reader/report');
  const source = readdirSync(room).map((name) => readFileSync(join(room, name), 'utf8'));
  const traces = [
    ...Object.values(reportWords).filter((word) => typeof word === 'string' && word.length > 3),
    ...new Set(source.join('\n').match(/\breport-[a-z-]+/g)),
    REPORT_LIST,
    'file.json?path',
    'showReport',
  ] as string[];
  expect(traces.length).toBeGreaterThan(40);
  const found = files.flatMap((name) => {
    const text = readFileSync(join(site, name), 'utf8');
    return traces.filter((trace) => text.includes(trace)).map((trace) => `${name}: ${trace}`);
  });
  expect(found).toEqual([]);
});
