/** What a build prints for its owner at the end. */
import { expect, test } from 'vitest';
import { formatSummary, type SiteFacts } from '../../src/archive/command/formatSummary.ts';
import type { Problem, ProblemKind } from '../../src/archive/content/Problem.ts';
import type { Report } from '../../src/archive/Report.ts';

const facts: SiteFacts = {
  outDir: 'dist',
  reportFile: 'report.json',
  files: 200,
  bytes: 3_200_000,
  largest: 300_000,
  seconds: 2.94,
};

function report(problems: Problem[], more: Partial<Report> = {}): Report {
  const rejected = problems.filter(({ outcome }) => outcome === 'rejected').length;
  const sums = { found: 20 + rejected, published: 20, rejected };
  return { ...sums, redirects: 0, leftOut: [], warnings: [], pictureHosts: [], problems, ...more };
}

const REASON = { zh: '原因', en: 'reason' };

const repaired = (kind: ProblemKind, path: string, line?: number): Problem => ({
  kind,
  path,
  ...(line ? { line } : {}),
  outcome: 'repaired',
  reason: REASON,
});

const rejected = (path: string): Problem => ({
  kind: 'no-text',
  path,
  outcome: 'rejected',
  reason: { zh: '是空的', en: 'is empty' },
});

test('the sum, what is missing with its reason, the rest by kind with three places, worst first', () => {
  const lost = (path: string, share: number): Problem => ({
    kind: 'lost',
    path,
    outcome: 'noticed',
    reason: REASON,
    share,
  });
  const problems: Problem[] = [
    { kind: 'dropped', path: '〇.md', outcome: 'dropped', reason: REASON },
    { kind: 'same-article', path: '〇.md', outcome: 'noticed', reason: REASON },
    lost('六.md', 0.11),
    lost('七.md', 0.4),
    lost('八.md', 0.2),
    lost('九.md', 0.1),
    ...['一', '二', '三', '四'].map((name) => repaired('no-date', `${name}.md`, 5)),
    repaired('picture', '五.md'),
    repaired('picture', '五.md'),
    rejected('空.md'),
    { ...rejected('读不了.md'), kind: 'unreadable', reason: { zh: '读不了', en: 'can’t be read' } },
  ];
  expect(formatSummary(report(problems), facts, 'en').split('\n')).toEqual([
    '22 files found = 20 published + 2 rejected',
    '2 files rejected:',
    '  读不了.md:1:1 can’t be read',
    '  空.md:1:1 is empty',
    '10 articles repaired or worth a look, what harms most first:',
    '  4 articles lost more than a tenth of their text: for example 七.md:1:1 (40 %); 八.md:1:1 (20 %); 六.md:1:1 (11 %)',
    '  1 article with a picture that could not be published: 五.md:1:1',
    '  4 articles without a date, which stand last: for example 一.md:5:1; 二.md:5:1; 三.md:5:1',
    '  1 article of which another file has the same: 〇.md:1:1',
    'dist: 200 files, 3.2 MB.',
    '2.9 s. The whole report: report.json (npm run report shows it)',
    expect.stringContaining('npm run host'),
    '',
  ]);
  const chinese = formatSummary(report(problems), facts, 'zh');
  expect(chinese).toContain('读到 22 个文件：发布 20 篇，2 个没能发布。');
  expect(chinese).toContain('  4 篇没有日期，排在最后: 例如 一.md:5:1');
  expect(chinese).toContain(
    '  4 篇丢了一成以上的文字: 例如 七.md:1:1（40%）; 八.md:1:1（20%）; 六.md:1:1（11%）',
  );
  expect(chinese).toContain('  空.md:1:1 是空的');
  expect(chinese).not.toMatch(/[a-z]{4,} (?:found|have|left)/);
});

test('many rejected files: ten are named, the others counted', () => {
  const problems = Array.from({ length: 60 }, (_, index) => rejected(`${index}.md`));
  const lines = formatSummary(report(problems), facts, 'en').split('\n');
  expect(lines.filter((line) => line.endsWith('is empty'))).toHaveLength(10);
  expect(lines).toContain('  … and 50 more, all in the report');
});

test('what was left out, by reason', () => {
  const leftOut = [
    { path: 'README.md', reason: 'about-the-folder' as const },
    { path: '_drafts/', reason: 'draft-or-trash' as const },
  ];
  const lines = formatSummary(report([], { leftOut }), facts, 'en').split('\n');
  expect(lines.slice(1, 4)).toEqual([
    '2 things left out:',
    '  1 are README, LICENSE and the like: README.md',
    '  1 are in _drafts or _trash: _drafts/',
  ]);
});

test('hosts that the site is too much for are named, and none where it is not', () => {
  expect(formatSummary(report([]), facts, 'en')).not.toContain('Too much');
  const many = formatSummary(report([]), { ...facts, files: 20_001 }, 'en');
  expect(many).toContain('Too much for Cloudflare Pages');
  expect(many).not.toContain('Too much for GitHub');
  expect(formatSummary(report([]), { ...facts, bytes: 1.1e9 }, 'zh')).toContain(
    '放不进 GitHub Pages',
  );
});

test('a file name can’t write to the terminal', () => {
  const text = formatSummary(report([rejected('\u001b[2Ja\nb\u009b.md')]), facts, 'en');
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  expect(text).toContain('\uFFFD[2Ja\uFFFDb\uFFFD.md:1:1 is empty');
});
