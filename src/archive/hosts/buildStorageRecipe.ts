import { CACHE_ASSETS, CACHE_OTHERS } from './fixedHeaders.ts';
import type { BuildRecipe, HostFacts } from './HostFacts.ts';
import { chooseWords, joinLines, quoteForShell } from './writeText.ts';

/** What differs between object stores. */
interface Store {
  /** The remote's name in rclone. */
  name: string;
  /** Parameters of `rclone config create`. */
  options: string;
  /** What to set in its console. */
  zh: string[];
  en: string[];
  /** Whether the error page must lie at the top of the bucket, whatever the site's path. */
  isErrorPageAtTop?: boolean;
}

const S3: Store = {
  name: 's3',
  options: 'provider=AWS region=eu-central-1 env_auth=true',
  zh: [
    'S3：打开 Static website hosting，索引文档 index.html，错误文档 {error}；桶策略允许所有人 s3:GetObject。',
    'CloudFront：源站用网站终端节点（bucket.s3-website…），缓存策略 CachingOptimized（听源站的 Cache-Control，自动压缩）。',
  ],
  en: [
    'S3: static website hosting on, index document index.html, error document {error};',
    'a bucket policy that lets everyone s3:GetObject.',
    'CloudFront: the website endpoint (bucket.s3-website…) as origin, cache policy CachingOptimized.',
  ],
};
const OSS: Store = {
  name: 'oss',
  options:
    'provider=Alibaba endpoint=oss-cn-hangzhou.aliyuncs.com access_key_id=ID secret_access_key=SECRET',
  zh: [
    'OSS：数据管理 > 静态页面：默认首页 index.html，子目录首页开通，默认 404 页 404.html，错误文档响应码 404；读写权限公共读。',
    'OSS：要绑定自己的域名（中国内地要先备案）；用自带的域名，网页会变成下载。',
    'CDN：源站选这个 OSS 域名，打开“智能压缩”，缓存规则遵循源站。',
  ],
  en: [
    'OSS: static pages: home page index.html, subfolder home pages on, 404 page 404.html, error status 404;',
    'access public-read. Bind a domain of your own (in mainland China it needs a 备案): under the bucket’s',
    'own domain pages are downloaded instead of shown.',
    'CDN: this OSS domain as origin, compression on, caching as the origin says.',
  ],
  isErrorPageAtTop: true,
};
const COS: Store = {
  name: 'cos',
  options:
    'provider=TencentCOS endpoint=cos.ap-guangzhou.myqcloud.com access_key_id=ID secret_access_key=SECRET',
  zh: [
    'COS：基础配置 > 静态网站：索引文档 index.html，错误文档 {error}，错误文档响应码选“源错误码”；访问权限公有读私有写。',
    'CDN：源站选静态网站的域名，打开“智能压缩”，缓存规则遵循源站；绑定自己的域名（中国内地要先备案）。',
  ],
  en: [
    'COS: static website: index document index.html, error document {error}, error status “original”;',
    'access public-read.',
    'CDN: the static website’s domain as origin, compression on, caching as the origin says; bind a domain',
    'of your own (in mainland China it needs a 备案).',
  ],
};

/** What belongs to no reader: `.gz` and `.br` are for servers that look for them. */
const SKIP = "--filter '- /_headers' --filter '- *.gz' --filter '- *.br'";

const UPLOAD_OTHERS = `--header-upload 'Cache-Control: ${CACHE_OTHERS}'`;

/** The order of an upload: what a page needs is there before it. Of rclone's patterns the first that matches counts. */
const STEPS: readonly {
  cache: string;
  filters: string[];
  type?: string;
  zh: string;
  en: string;
}[] = [
  {
    cache: CACHE_ASSETS,
    filters: ['+ /assets/**'],
    zh: '程序：文件名里有哈希，可以存一年',
    en: 'The app: named by hashes, kept for a year',
  },
  {
    cache: CACHE_OTHERS,
    filters: [
      '- /archive/catalogue.json',
      '- /archive/lists/**',
      '- /archive/tags/**',
      '+ /archive/**',
    ],
    zh: '文章、图片、搜索',
    en: 'Articles, pictures, search',
  },
  {
    cache: CACHE_OTHERS,
    filters: ['+ /archive/lists/**', '+ /archive/tags/**'],
    zh: '列表',
    en: 'Lists',
  },
  {
    cache: CACHE_OTHERS,
    filters: ['+ /manifest.webmanifest'],
    type: 'application/manifest+json',
    zh: '应用清单，rclone 不认识它的类型',
    en: 'The manifest, whose type rclone may not know',
  },
  {
    cache: CACHE_OTHERS,
    filters: [
      '- /assets/**',
      '- /archive/**',
      '- /manifest.webmanifest',
      '- *.html',
      '- /sw.js',
      '+ **',
    ],
    zh: '图标等',
    en: 'Icons and the like',
  },
  {
    cache: CACHE_OTHERS,
    filters: ['+ /archive/catalogue.json'],
    zh: '目录',
    en: 'The catalogue',
  },
  { cache: CACHE_OTHERS, filters: ['+ *.html'], zh: '页面', en: 'Pages' },
  {
    cache: CACHE_OTHERS,
    filters: ['+ /sw.js'],
    zh: '最后是离线程序',
    en: 'The service worker last',
  },
];

function writeStep({ cache, filters, type, zh, en }: (typeof STEPS)[number], language: string) {
  const lines = [`put ${quoteForShell(`Cache-Control: ${cache}`)}`];
  if (type) lines.push(`--header-upload ${quoteForShell(`Content-Type: ${type}`)}`);
  lines.push(...filters.map((filter) => `--filter ${quoteForShell(filter)}`), "--filter '- *'");
  return `# ${language === 'en' ? en : zh}\n${lines.join(' ')}`;
}

/** Writes the function `put`, which uploads what its filters choose. */
// biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is the shell that fills these in.
function writePut(facts: HostFacts): string {
  const say = chooseWords(facts);
  const copy = (from: string, more = '') =>
    `    rclone copy "${from}" "$TO" --checksum --fast-list --header-upload "$cache" ${more}${SKIP} "$@"`;
  const begin = ['put() {', '    cache=$1', '    shift'];
  if (!facts.isCompressed) return joinLines(...begin, copy('$FROM'), '}').trimEnd();
  return joinLines(
    say(
      '# 有 .gz 的文件，用原来的名字上传压缩好的内容，并注明 Content-Encoding',
      '# A file with a .gz beside it is uploaded compressed, under its own name, and says so',
    ),
    'STAGE="${FROM%/}.upload"',
    'rm -rf "$STAGE"',
    'mkdir "$STAGE"',
    'trap \'rm -rf "$STAGE"\' EXIT',
    'cp -R "$FROM" "$STAGE/plain"',
    'cp -R "$FROM" "$STAGE/gzip"',
    'cd "$STAGE/gzip"',
    say(
      '# 错误文档不压缩：有的存储回答错误时不带 Content-Encoding',
      '# Not the error document: with it, some stores send no Content-Encoding',
    ),
    'rm -f 404.html.gz',
    "find . -type f ! -name '*.gz' -exec rm {} +",
    "find . -name '*.gz' | while IFS= read -r file; do",
    '    mv "$file" "${file%.gz}"',
    '    rm "../plain/${file%.gz}"',
    'done',
    'cd - >/dev/null',
    ...begin,
    copy('$STAGE/plain'),
    copy('$STAGE/gzip', "--header-upload 'Content-Encoding: gzip' "),
    '}',
  ).trimEnd();
}
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: to here.

function buildStorageRecipe(facts: HostFacts, store: Store): string {
  const { language, path, base, host, output } = facts;
  const say = chooseWords(facts);
  const bucket = `${store.name}:${host.replace(/[^a-z0-9-]/g, '-')}`;
  const target = (facts.target ?? bucket + path).replace(/\/$/, '');
  const error = `${path.slice(1)}404.html`;
  return joinLines(
    '#!/bin/sh',
    say(
      '# 把构建好的网站送到对象存储。存为 publish.sh，每次运行：npm run build && sh publish.sh',
      '# Brings a finished build to object storage. Save as publish.sh; each time: npm run build && sh publish.sh',
    ),
    say('# 要先装 rclone（1.60 或更新），运行一次：', '# Needs rclone (1.60 or newer), and once:'),
    `#   rclone config create ${store.name} s3 ${store.options}`,
    ...store[language].map((line) => `# ${line.replace('{error}', error)}`),
    !facts.target &&
      say(
        `# TO 换成 ${store.name}:你的桶${base === '/' ? '' : path.slice(0, -1)}`,
        `# Put ${store.name}:your-bucket${base === '/' ? '' : path.slice(0, -1)} for TO`,
      ),
    'set -eu',
    `FROM=${quoteForShell(output)}`,
    `TO=${quoteForShell(target)}`,
    writePut(facts),
    '',
    ...STEPS.map((step) => writeStep(step, language)),
    base !== '/' &&
      store.isErrorPageAtTop === true &&
      joinLines(
        say('# OSS 的 404 页要放在桶的最上层', '# OSS wants the 404 page at the top of the bucket'),
        `rclone copyto "$FROM/404.html" "\${TO%%/*}/404.html" --checksum ${UPLOAD_OTHERS}`,
      ).trimEnd(),
    say(
      '# 删掉网站里已经没有的文件。assets/ 里的旧文件留着，打开着旧页面的读者还要用。',
      '# Deletes what is no longer part of the site. Old files in assets/ stay for those whose page is still open.',
    ),
    `rclone sync "$FROM" "$TO" --ignore-existing --fast-list --filter '- /assets/**' ${SKIP}`,
  );
}

/** Amazon S3, or whatever speaks its language, behind CloudFront. */
export const buildS3Recipe: BuildRecipe = (facts) => buildStorageRecipe(facts, S3);
/** Aliyun OSS behind its CDN. */
export const buildOssRecipe: BuildRecipe = (facts) => buildStorageRecipe(facts, OSS);
/** Tencent COS behind its CDN. */
export const buildCosRecipe: BuildRecipe = (facts) => buildStorageRecipe(facts, COS);
