import type { LeftOutReason } from '../content/findContentFiles.ts';
import type { Problem } from '../content/Problem.ts';
import type { Report } from '../Report.ts';
import { groupProblems } from '../report/groupProblems.ts';
import { KIND_NAMES } from '../report/kindNames.ts';
import { type Language, type Message, pickLanguage } from './Message.ts';

/** What is known of a site when it is finished. */
export interface SiteFacts {
  /** As it was named. */
  outDir: string;
  /** Where the whole report is. */
  reportFile: string;
  files: number;
  bytes: number;
  /** Of the largest file. */
  largest: number;
  seconds: number;
}

/** Files of one kind that are named; all are in the report. */
const EXAMPLES = 3;
/** Rejected files that are named. */
const NAMED = 10;
/** Cloudflare Pages, Limits: files of a site on the free plan, and size of a file. */
const CLOUDFLARE = { files: 20_000, fileBytes: 25 * 2 ** 20 };
/** GitHub Pages, Limits: a published site may be no larger than 1 GB. */
const GITHUB_BYTES = 1e9;

const REASONS: Record<LeftOutReason, Message> = {
  'about-the-folder': { zh: '是 README、LICENSE 之类', en: 'are README, LICENSE and the like' },
  'draft-or-trash': { zh: '在 _drafts、_trash 里', en: 'are in _drafts or _trash' },
  unpublished: { zh: '写明是草稿或未发布', en: 'are drafts by their front matter' },
  programs: { zh: '是 node_modules', en: 'are node_modules' },
  excluded: { zh: '被 site.yaml 的 exclude 排除', en: 'are excluded by site.yaml' },
  'taken-down': { zh: '已撤下', en: 'are taken down' },
  'about-page': { zh: '是“关于”页', en: 'is the about page' },
};

/**
 * Formats what a build did, for the owner: the sum, what is not published, what else there is to look at (what harms
 * most first), what was left out, what came of it, what to do next.
 */
export function formatSummary(report: Report, facts: SiteFacts, language = pickLanguage()): string {
  const write = WRITERS[language];
  const lines = [
    write.sum(report),
    ...formatRejected(report, language),
    ...formatKinds(report, language),
    ...formatLeftOut(report, language),
    ...report.warnings.map((warning) => `! ${warning[language]}`),
    write.site(facts),
    ...listLimits(facts).map((limit) => limit[language]),
    write.end(facts),
    write.next,
  ];
  return `${lines.map(cleanLine).join('\n')}\n`;
}

const count = (value: number) => value.toLocaleString('en-US');
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
const plural = (value: number, noun: string) => `${count(value)} ${noun}${value === 1 ? '' : 's'}`;

interface Writer {
  sum: (report: Report) => string;
  rejected: (files: number) => string;
  noticed: (files: number) => string;
  kind: (files: number, name: string) => string;
  /** Of the text that was lost, from 0 to 1. */
  share: (share: number) => string;
  leftOut: (entries: number) => string;
  examples: (more: boolean) => string;
  more: (files: number) => string;
  site: (facts: SiteFacts) => string;
  end: (facts: SiteFacts) => string;
  next: string;
}

const WRITERS: Record<Language, Writer> = {
  zh: {
    sum: ({ found, published, rejected }) =>
      `读到 ${count(found)} 个文件：发布 ${count(published)} 篇，${count(rejected)} 个没能发布。`,
    rejected: (files) => `没能发布的 ${count(files)} 个文件：`,
    noticed: (files) => `修补过或值得看一眼的 ${count(files)} 篇，最要紧的在前：`,
    kind: (files, name) => `${count(files)} 篇${/^\w/.test(name) ? ' ' : ''}${name}`,
    share: (share) => `（${Math.round(share * 100)}%）`,
    leftOut: (entries) => `不算文章的 ${count(entries)} 处：`,
    examples: (more) => (more ? '例如 ' : ''),
    more: (files) => `  ……还有 ${count(files)} 个，都在报告里`,
    site: ({ outDir, files, bytes }) => `${outDir}：${count(files)} 个文件，${megabytes(bytes)}。`,
    end: ({ seconds, reportFile }) =>
      `用时 ${seconds.toFixed(1)} 秒。完整报告：${reportFile}（npm run report 打开来看）`,
    next: '下一步：npm run preview 在本机打开看看；npm run host 列出各种主机怎么发布。',
  },
  en: {
    sum: ({ found, published, rejected }) =>
      `${plural(found, 'file')} found = ${count(published)} published + ${count(rejected)} rejected`,
    rejected: (files) => `${plural(files, 'file')} rejected:`,
    noticed: (files) =>
      `${plural(files, 'article')} repaired or worth a look, what harms most first:`,
    kind: (files, name) => `${plural(files, 'article')} ${name}`,
    share: (share) => ` (${Math.round(share * 100)} %)`,
    leftOut: (entries) => `${plural(entries, 'thing')} left out:`,
    examples: (more) => (more ? 'for example ' : ''),
    more: (files) => `  … and ${count(files)} more, all in the report`,
    site: ({ outDir, files, bytes }) => `${outDir}: ${plural(files, 'file')}, ${megabytes(bytes)}.`,
    end: ({ seconds, reportFile }) =>
      `${seconds.toFixed(1)} s. The whole report: ${reportFile} (npm run report shows it)`,
    next: 'Next: npm run preview shows the site here; npm run host lists how to publish it.',
  },
};

/** A line for each file that is not published, with the reason; those of one kind stand together. */
function formatRejected({ problems }: Report, language: Language): string[] {
  const groups = groupProblems(problems.filter(({ outcome }) => outcome === 'rejected'));
  const rejected = groups.flatMap(({ files }) => files.flatMap((file) => file.problems));
  if (rejected.length === 0) return [];
  const write = WRITERS[language];
  const lines = rejected
    .slice(0, NAMED)
    .map((problem) => `  ${formatPlace(problem)} ${problem.reason[language]}`);
  const more = rejected.length > NAMED ? [write.more(rejected.length - NAMED)] : [];
  return [write.rejected(rejected.length), ...lines, ...more];
}

/** A line for each kind of repair or notice, what harms most first, with some of the places. */
function formatKinds({ problems }: Report, language: Language): string[] {
  // Ordinary removal of promotion is no news.
  const found = problems.filter(({ outcome }) => outcome === 'repaired' || outcome === 'noticed');
  if (found.length === 0) return [];
  const write = WRITERS[language];
  const lines = groupProblems(found).map(({ kind, files }) => {
    const places = files.slice(0, EXAMPLES).map(({ problems: [first] }) => {
      return formatPlace(first) + (first.share === undefined ? '' : write.share(first.share));
    });
    const start = `  ${write.kind(files.length, KIND_NAMES[kind][language])}`;
    return `${start}: ${write.examples(files.length > EXAMPLES)}${places.join('; ')}`;
  });
  return [write.noticed(new Set(found.map(({ path }) => path)).size), ...lines];
}

function formatLeftOut({ leftOut }: Report, language: Language): string[] {
  if (leftOut.length === 0) return [];
  const write = WRITERS[language];
  const reasons = Object.keys(REASONS) as LeftOutReason[];
  const lines = reasons.flatMap((reason) => {
    const paths = leftOut.filter((each) => each.reason === reason).map(({ path }) => path);
    if (paths.length === 0) return [];
    const examples = paths.slice(0, EXAMPLES).join('; ');
    return [
      `  ${count(paths.length)} ${REASONS[reason][language]}: ${write.examples(paths.length > EXAMPLES)}${examples}`,
    ];
  });
  return [write.leftOut(leftOut.length), ...lines];
}

/** Which hosts the site is too much for. */
function listLimits({ files, bytes, largest }: SiteFacts): Message[] {
  const limits: Message[] = [];
  if (files > CLOUDFLARE.files || largest > CLOUDFLARE.fileBytes) {
    limits.push({
      zh: `放不进 Cloudflare Pages（最多 ${count(CLOUDFLARE.files)} 个文件，每个 25 MiB）；自己的服务器、GitHub Pages、对象存储可以。`,
      en: `Too much for Cloudflare Pages (${count(CLOUDFLARE.files)} files of 25 MiB); a server of one's own, GitHub Pages and object storage take it.`,
    });
  }
  if (bytes > GITHUB_BYTES) {
    limits.push({
      zh: '放不进 GitHub Pages（最多 1 GB）；自己的服务器、对象存储可以。',
      en: 'Too much for GitHub Pages (1 GB); a server of one’s own and object storage take it.',
    });
  }
  return limits;
}

/** `path:line:column`, as editors and terminals link it. */
function formatPlace({ path, line = 1, column = 1 }: Problem): string {
  return `${path}:${line}:${column}`;
}

/** Control characters in names can't move the cursor. */
function cleanLine(line: string): string {
  return line.replace(/\p{Cc}/gu, '\uFFFD');
}
