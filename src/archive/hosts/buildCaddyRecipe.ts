import {
  CACHE_ASSETS,
  CACHE_OTHERS,
  COMPRESSED_TYPES,
  PAGE_HEADERS,
  WORKER_HEADERS,
} from './fixedHeaders.ts';
import type { HostFacts } from './HostFacts.ts';
import { chooseWords, indent, joinLines } from './writeText.ts';

const writeHeaders = (headers = PAGE_HEADERS) =>
  headers.map(([name, value]) => `${name} "${value}"`).join('\n');

/** Builds a Caddyfile for Caddy 2.6 or newer. */
export function buildCaddyRecipe(facts: HostFacts): string {
  const { host, isHostKnown, isHttps, port, path, base, isCompressed } = facts;
  const say = chooseWords(facts);
  const folder = facts.target ?? facts.output;
  const address = `${isHttps || !isHostKnown ? '' : 'http://'}${host}${port ? `:${port}` : ''}`;
  const fileServer = (status = '') =>
    joinLines(
      'file_server {',
      status !== '' && `\tstatus ${status}`,
      isCompressed && '\tprecompressed br gzip',
      '}',
    ).trimEnd();
  const site = joinLines(
    say(
      '# 藏报 开始：已有网站的话，只要从这里……',
      '# 藏报 begins: for a site that you have, take what is from here …',
    ),
    'encode {',
    '\tzstd',
    '\tgzip',
    '\tminimum_length 1024',
    '\tmatch {',
    ...COMPRESSED_TYPES.map((type) => `\t\theader Content-Type ${type}*`),
    '\t}',
    '}',
    base !== '/' && `redir "${path.slice(0, -1)}" "${base}" 301`,
    `handle "${path}*" {`,
    base !== '/' && `\turi strip_prefix "${base.slice(0, -1)}"`,
    `\troot * "${folder}"`,
    say('\t# 按写的顺序执行', '\t# In the order in which they are written'),
    '\troute {',
    '\t\theader {',
    `\t\t\tCache-Control "${CACHE_OTHERS}"`,
    indent(writeHeaders(), '\t\t\t'),
    '\t\t}',
    say('\t\t# 文件名里有哈希，可以存一年', '\t\t# Named by their hashes, kept for a year'),
    '\t\t@assets {',
    '\t\t\tpath /assets/*',
    '\t\t\tfile',
    '\t\t}',
    `\t\theader @assets Cache-Control "${CACHE_ASSETS}"`,
    '\t\theader /sw.js {',
    indent(writeHeaders(WORKER_HEADERS), '\t\t\t'),
    '\t\t}',
    '\t\theader /manifest.webmanifest Content-Type application/manifest+json',
    '\t\t@binary path *.bin',
    '\t\theader @binary Content-Type application/octet-stream',
    '\t\t@missing {',
    '\t\t\tpath /assets/* /archive/*',
    '\t\t\tnot file',
    '\t\t}',
    '\t\trespond @missing 404',
    say(
      '\t\t# 页面；不是文件的网址由 404.html 回答（状态码 404），阅读页从那里打开',
      '\t\t# Pages; an address that is no file is answered by 404.html (status 404), which opens it',
    ),
    '\t\ttry_files {path} {path}.html {path}/index.html',
    '\t\t@unknown not file',
    '\t\thandle @unknown {',
    '\t\t\trewrite * /404.html',
    indent(fileServer('404'), '\t\t\t'),
    '\t\t}',
    indent(fileServer(), '\t\t'),
    '\t}',
    '}',
    say('# ……到这里：藏报 结束', '# … to here: 藏报 ends'),
  );
  return joinLines(
    say(
      '# 存为 /etc/caddy/Caddyfile，然后运行：systemctl reload caddy（https 证书由 Caddy 自己办）',
      '# Save as /etc/caddy/Caddyfile, then: systemctl reload caddy (Caddy gets the certificate for https itself)',
    ),
    !isHostKnown &&
      say(
        '# example.org 换成你的域名，或者先在 site.yaml 里写 url',
        '# Put your domain for example.org, or set url in site.yaml first',
      ),
    `${address} {`,
    indent(site, '\t').trimEnd(),
    '}',
  );
}
