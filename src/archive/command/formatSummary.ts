import type { LeftOutReason } from '../content/findContentFiles.ts';
import { PROBLEM_KINDS, type Problem, type ProblemKind } from '../content/Problem.ts';
import type { Report } from '../Report.ts';
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

const KINDS: Record<Exclude<ProblemKind, 'dropped'>, Message> = {
  unreadable: { zh: '读不了', en: 'can’t be read' },
  'no-text': { zh: '里面没有文字', en: 'hold no text' },
  link: { zh: '是链接，没有跟过去', en: 'are links, which are not followed' },
  distrusted: {
    zh: '正文大半像是推广或隐藏内容，没有删',
    en: 'would have lost too much of their text to a rule, and keep it',
  },
  picture: { zh: '有图片没能发布', en: 'have a picture that could not be published' },
  media: {
    zh: '有视频、音频或嵌入的内容没能收录',
    en: 'have a film, a sound or a frame that can’t be had',
  },
  encoding: { zh: '编码不是 UTF-8', en: 'are not in UTF-8' },
  page: {
    zh: '是整页保存的网页，只取了文章',
    en: 'are saved pages, of which the article was taken',
  },
  markup: { zh: '有不认识的标签，照原样留着', en: 'have tags that are not known and stay as text' },
  'front-matter': {
    zh: 'front matter 写得不对，逐行读出来了',
    en: 'have a damaged front matter, read line by line',
  },
  'no-front-matter': { zh: '没有 front matter', en: 'have no front matter' },
  'no-body': { zh: '没有正文也没有图片', en: 'have neither text nor a picture' },
  'no-title': {
    zh: '没有标题，用了正文开头',
    en: 'have no title; the first words stand in for it',
  },
  title: { zh: '标题里的标点还原了', en: 'have a title whose punctuation was restored' },
  'no-date': { zh: '没有日期，排在最后', en: 'have no date and stand last' },
  'unclear-date': { zh: '日期有别的读法', en: 'have a date that can be read in another way' },
  'same-article': {
    zh: '和另一个文件是同一篇文章',
    en: 'hold the same article as another file',
  },
  'same-id': { zh: '和别的文件撞了地址，另给了一个', en: 'would share an address and got another' },
};

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
 * Formats what a build did, for the owner: the sum, what was rejected, repaired and left out, what came of it, what
 * to do next.
 */
export function formatSummary(report: Report, facts: SiteFacts, language = pickLanguage()): string {
  const write = WRITERS[language];
  const lines = [
    write.sum(report),
    ...formatRejected(report, language),
    ...formatKinds(report, 'repaired', language),
    ...formatKinds(report, 'noticed', language),
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
  outcome: Record<Exclude<Problem['outcome'], 'dropped'>, (files: number) => string>;
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
    outcome: {
      rejected: (files) => `没能发布的 ${count(files)} 个文件：`,
      repaired: (files) => `修补后发布的 ${count(files)} 篇：`,
      noticed: (files) => `值得看一眼的 ${count(files)} 个文件：`,
    },
    leftOut: (entries) => `不算文章的 ${count(entries)} 处：`,
    examples: (more) => (more ? '例如 ' : ''),
    more: (files) => `  ……还有 ${count(files)} 个，都在报告里`,
    site: ({ outDir, files, bytes }) => `${outDir}：${count(files)} 个文件，${megabytes(bytes)}。`,
    end: ({ seconds, reportFile }) => `用时 ${seconds.toFixed(1)} 秒。完整报告：${reportFile}`,
    next: '下一步：npm run preview 在本机打开看看；npm run host 列出各种主机怎么发布。',
  },
  en: {
    sum: ({ found, published, rejected }) =>
      `${plural(found, 'file')} found = ${count(published)} published + ${count(rejected)} rejected`,
    outcome: {
      rejected: (files) => `${plural(files, 'file')} rejected:`,
      repaired: (files) => `${plural(files, 'article')} repaired:`,
      noticed: (files) => `${plural(files, 'file')} to look at:`,
    },
    leftOut: (entries) => `${plural(entries, 'thing')} left out:`,
    examples: (more) => (more ? 'for example ' : ''),
    more: (files) => `  … and ${count(files)} more, all in the report`,
    site: ({ outDir, files, bytes }) => `${outDir}: ${plural(files, 'file')}, ${megabytes(bytes)}.`,
    end: ({ seconds, reportFile }) => `${seconds.toFixed(1)} s. The whole report: ${reportFile}`,
    next: 'Next: npm run preview shows the site here; npm run host lists how to publish it.',
  },
};

/** A line for each file that is not published, with the reason. */
function formatRejected({ problems }: Report, language: Language): string[] {
  const rejected = problems.filter(({ outcome }) => outcome === 'rejected');
  if (rejected.length === 0) return [];
  const write = WRITERS[language];
  const lines = rejected
    .slice(0, NAMED)
    .map((problem) => `  ${formatPlace(problem)} ${problem.reason}`);
  const more = rejected.length > NAMED ? [write.more(rejected.length - NAMED)] : [];
  return [write.outcome.rejected(rejected.length), ...lines, ...more];
}

/** A line for each kind of repair or notice, worst first, with some of the places. */
function formatKinds(
  { problems }: Report,
  outcome: 'repaired' | 'noticed',
  language: Language,
): string[] {
  const found = problems.filter((problem) => problem.outcome === outcome);
  if (found.length === 0) return [];
  const write = WRITERS[language];
  const lines = PROBLEM_KINDS.flatMap((kind) => {
    // Ordinary removal of promotion is no news.
    if (kind === 'dropped') return [];
    const own = found.filter((problem) => problem.kind === kind);
    const places = new Map(own.map((problem) => [problem.path, formatPlace(problem)]));
    if (places.size === 0) return [];
    const examples = [...places.values()].slice(0, EXAMPLES).join('; ');
    const start = `  ${count(places.size)} ${KINDS[kind][language]}`;
    return [`${start}: ${write.examples(places.size > EXAMPLES)}${examples}`];
  });
  return [write.outcome[outcome](new Set(found.map(({ path }) => path)).size), ...lines];
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
