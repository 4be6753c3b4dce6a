/** What the report's page is told: the last build's report, and the files that it names and no others. */
import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/archive/article/parseArticle.ts';
import type { Problem } from '../../src/archive/content/Problem.ts';
import { type KeptReport, writeReport } from '../../src/archive/Report.ts';
import { DevReport } from '../../src/archive/report/DevReport.ts';
import { readOwnFile } from '../../src/archive/report/readOwnFile.ts';
import { serveReport } from '../../src/archive/report/serveReport.ts';
import type { PresentReport, ReportedFile } from '../../src/model/ReportPage.ts';
import { publishNothing } from '../support/publishNothing.ts';

const PROMOTION = '<div class="appendQr_wrap">扫码下载示例客户端</div>';
const SECRET = '外面的秘密';

let root: string;
let content: string;
let reportFile: string;
let report: DevReport;
let now = 0;

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const problem = (path: string, more: Partial<Problem> = {}): Problem => ({
  kind: 'no-date',
  path,
  outcome: 'repaired',
  reason: { zh: '没有日期', en: 'has no date' },
  ...more,
});

/** Leaves a report as a build does. Each is newer than the one before. */
function leaveReport(problems: Problem[], more: Partial<KeptReport> = {}): void {
  writeReport(
    {
      contentDir: content,
      startedAt: new Date(Date.now() + 60_000).toISOString(),
      found: 6,
      published: 5,
      rejected: 1,
      redirects: 0,
      leftOut: [],
      warnings: [],
      pictureHosts: [],
      problems,
      ...more,
    },
    reportFile,
  );
  now += 1;
  utimesSync(reportFile, now, now);
}

const list = () => report.answerList() as PresentReport;
const file = (path: string) => report.answerFile(path) as Extract<ReportedFile, { state: 'here' }>;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'cangbao-report-'));
  content = join(root, 'content');
  reportFile = join(root, 'cache/report.json');
  write('content/甲/推广.md', `---\ntitle: 夜班车\n---\n<p>短讯一则。</p>\n${PROMOTION}\n`);
  write('content/甲/日期.md', '---\ntitle: 无日期\n---\n<p>正文。</p>');
  write('content/空.md', '');
  write('content/图.md', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4, 5, 6));
  write('秘密.md', SECRET);
  write('外/秘密.md', SECRET);
  if (process.platform !== 'win32') {
    symlinkSync('../秘密.md', join(content, '链接.md'));
    symlinkSync('../外', join(content, '外'));
  }
  report = new DevReport({
    reportFile,
    contentDir: content,
    listPaths: () => ['甲/推广.md', '甲/日期.md', '空.md'],
    parse: (path, bytes) => parseArticle(path, bytes, publishNothing),
  });
});

afterAll(() => rmSync(root, { recursive: true }));

describe('the list', () => {
  test('says where there is no report, a damaged one, or one of another folder', () => {
    expect(report.answerList()).toEqual({ state: 'none' });
    expect(report.answerFile('空.md')).toBeUndefined();
    write('cache/report.json', '{"problems": [');
    expect(report.answerList()).toEqual({ state: 'none' });
    // As an earlier version has left it.
    write('cache/report.json', '{"found": 1, "problems": []}');
    expect(report.answerList()).toEqual({ state: 'none' });
    leaveReport([problem('空.md')], { contentDir: '/别处' });
    expect(report.answerList()).toEqual({
      state: 'elsewhere',
      reported: '/别处',
      contentDir: content,
    });
    expect(report.answerFile('空.md')).toBeUndefined();
  });

  test('has files by kind, what harms most first, those that lost most before others', () => {
    leaveReport([
      problem('一.md', {
        kind: 'dropped',
        outcome: 'dropped',
        reason: { zh: '推广', en: 'promotion' },
      }),
      problem('一.md', { line: 5 }),
      problem('一.md', { line: 7 }),
      problem('二.md', { kind: 'lost', outcome: 'noticed', share: 0.2 }),
      problem('三.md', { kind: 'lost', outcome: 'noticed', share: 0.5 }),
      problem('空.md', {
        kind: 'no-text',
        outcome: 'rejected',
        reason: { zh: '是空的', en: 'is empty' },
      }),
    ]);
    const { groups, ...facts } = list();
    expect(facts).toMatchObject({ state: 'here', found: 6, published: 5, rejected: 1, changed: 0 });
    expect(groups.map(({ kind, files }) => [kind, ...files.map(({ path }) => path)])).toEqual([
      ['no-text', '空.md'],
      ['lost', '三.md', '二.md'],
      ['no-date', '一.md'],
      ['dropped', '一.md'],
    ]);
    expect(groups[2]).toMatchObject({
      name: '没有日期，排在最后',
      files: [{ path: '一.md', line: 5, reason: '没有日期', more: 1 }],
    });
  });

  test('counts the files that were changed since the build', () => {
    leaveReport([], { startedAt: new Date(Date.now() - 60_000).toISOString() });
    expect(list().changed).toBe(3);
  });
});

describe('a file', () => {
  test('is its text, with what was left out where it stands, and the article', () => {
    leaveReport([problem('甲/推广.md', { line: 2 })]);
    const { source, dropped, article, problems, ...facts } = file('甲/推广.md');
    expect(facts).toEqual({ state: 'here', isCut: false, isChanged: false, elsewhere: [] });
    expect(problems).toEqual([{ name: '没有日期，排在最后', line: 2, reason: '没有日期' }]);
    expect(dropped.map(({ rule, start, end }) => [rule, source.slice(start, end)])).toEqual([
      ['网站模板里的推广', '扫码下载示例客户端'],
    ]);
    expect(article?.title).toBe('夜班车');
    expect(article?.html).toContain('短讯一则。');
    expect(article?.html).not.toContain('扫码');
  });

  test('has no article where it was rejected', () => {
    leaveReport([problem('空.md'), problem('图.md')]);
    expect(file('空.md')).toMatchObject({ state: 'here', source: '' });
    expect(file('空.md').article).toBeUndefined();
    expect(file('图.md')).toMatchObject({ state: 'here', source: '' });
  });

  test('was changed since, is too long to be shown whole, or has gone', () => {
    write('content/长.md', `---\ntitle: 长\n---\n${'<p>字字字字。</p>\n'.repeat(20_000)}`);
    leaveReport([problem('长.md')], { startedAt: '2020-01-01T00:00:00.000Z' });
    expect(file('长.md')).toMatchObject({ isCut: true, isChanged: true });
    expect(file('长.md').source).toHaveLength(200_000);
    renameSync(join(content, '长.md'), join(content, '改名.md'));
    expect(report.answerFile('长.md')).toMatchObject({ state: 'gone', problems: [{}] });
  });

  test('is not read where the report doesn’t name it', () => {
    leaveReport([problem('空.md')]);
    expect(report.answerFile('甲/日期.md')).toBeUndefined();
    expect(report.answerFile('./空.md')).toBeUndefined();
    expect(report.answerFile('')).toBeUndefined();
  });

  const outside = ['../秘密.md', '甲/../../秘密.md', '..', '.', '甲', '外/秘密.md', '链接.md'];
  test.each(outside)('%s is not read, though a report names it', (path) => {
    leaveReport([problem(path)]);
    expect(report.answerFile(path)).toEqual({ state: 'gone', problems: [expect.anything()] });
    expect(readOwnFile(content, path)).toBeUndefined();
  });

  test('an absolute path is not read, and a name that begins with two dots is', () => {
    expect(readOwnFile(content, join(root, '秘密.md'))).toBeUndefined();
    expect(readOwnFile(content, join(content, '空.md'))).toBeUndefined();
    write('content/..附.md', '正文');
    expect(readOwnFile(content, '..附.md')?.bytes).toHaveLength(6);
  });
});

describe('its addresses', () => {
  let server: Server;
  const ask = async (path: string) => {
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: response.status, text: await response.text() };
  };

  beforeAll(async () => {
    const middleware = serveReport('/news/', report, async (url) => `page of ${url}`);
    server = createServer((request, response) =>
      middleware(request, response, () => response.writeHead(418).end()),
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterAll(() => server.close());

  test('lie below the base, and others are left to others', async () => {
    leaveReport([problem('甲/日期.md')]);
    for (const path of ['/news/report', '/news/report/', '/news/report?of=lost&file=x'])
      expect(await ask(path)).toEqual({ status: 200, text: `page of ${path}` });
    for (const path of ['/report', '/news/reports', '/news/', '/news/report/x'])
      expect((await ask(path)).status).toBe(418);
    expect(JSON.parse((await ask('/news/report/list.json')).text).state).toBe('here');
    const path = encodeURIComponent('甲/日期.md');
    expect(JSON.parse((await ask(`/news/report/file.json?path=${path}`)).text).state).toBe('here');
  });

  test('of other files are missing, however they are written', async () => {
    leaveReport([problem('空.md'), problem('../秘密.md')]);
    for (const path of ['甲/日期.md', '../外/秘密.md', '/etc/hostname', '空.md/../甲/日期.md', '%'])
      expect(await ask(`/news/report/file.json?path=${encodeURIComponent(path)}`)).toEqual({
        status: 404,
        text: '',
      });
    const named = await ask(`/news/report/file.json?path=${encodeURIComponent('../秘密.md')}`);
    expect(named.text).not.toContain(SECRET);
    expect(JSON.parse(named.text).state).toBe('gone');
    expect((await ask('/news/report/file.json?path=%E0%A4')).status).toBe(404);
  });
});
