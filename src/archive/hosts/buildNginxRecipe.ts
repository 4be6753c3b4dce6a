import {
  CACHE_ASSETS,
  CACHE_OTHERS,
  COMPRESSED_TYPES,
  PAGE_HEADERS,
  WORKER_HEADERS,
} from './fixedHeaders.ts';
import type { HostFacts } from './HostFacts.ts';
import { chooseWords, indent, joinLines } from './writeText.ts';

/** A location sends its own headers and none of the server's, so each has all of them. */
function writeHeaders(cache: string, headers = PAGE_HEADERS): string {
  return joinLines(
    // Without `always`: the answer that a file is missing is not one to keep for a year.
    `add_header Cache-Control "${cache}"${cache === CACHE_ASSETS ? '' : ' always'};`,
    ...headers.map(([name, value]) => `add_header ${name} "${value}" always;`),
  ).trimEnd();
}

function writeLocation(address: string, ...lines: string[]): string {
  return joinLines(`location ${address} {`, ...lines.map((line) => indent(line, '    ')), '}');
}

/** Builds a server block for nginx 1.18 or newer; under a sub-path its middle can go into another block. */
export function buildNginxRecipe(facts: HostFacts): string {
  const { host, isHostKnown, isHttps, path, base, isCompressed } = facts;
  const say = chooseWords(facts);
  const folder = (facts.target ?? facts.output).replace(/\/$/, '');
  const port = facts.port ?? '80';
  const place = (name: string) => `"${path}${name}"`;
  const file = (name: string) => `alias "${folder}/${name}";`;
  const site = joinLines(
    say(
      '# 藏报 开始：已有 server 的话，只要从这里……',
      '# 藏报 begins: for a server block that you have, take what is from here …',
    ),
    'charset utf-8;',
    `charset_types ${COMPRESSED_TYPES.slice(1, -1).join(' ')};`,
    'gzip on;',
    'gzip_vary on;',
    'gzip_proxied any;',
    'gzip_comp_level 6;',
    'gzip_min_length 1024;',
    `gzip_types ${COMPRESSED_TYPES.slice(1).join(' ')};`,
    isCompressed &&
      joinLines(
        'gzip_static on;',
        say(
          '# 装了 libnginx-mod-http-brotli-static 的话，去掉下一行的 #',
          '# With the package libnginx-mod-http-brotli-static, take the # away',
        ),
        '# brotli_static on;',
      ).trimEnd(),
    '',
    base !== '/' && `location = ${place('').replace('/"', '"')} { return 301 ${base}; }\n`,
    say(
      '# 页面；不是文件的网址由 404.html 回答（状态码 404），阅读页从那里打开',
      '# Pages; an address that is no file is answered by 404.html (status 404), which opens it',
    ),
    writeLocation(
      place(''),
      file(''),
      'try_files $uri $uri.html $uri/index.html =404;',
      `error_page 404 ${place('404.html')};`,
      writeHeaders(CACHE_OTHERS),
    ),
    say('# 文件名里有哈希，可以存一年', '# Named by their hashes, kept for a year'),
    writeLocation(
      place('assets/'),
      file('assets/'),
      'try_files $uri =404;',
      writeHeaders(CACHE_ASSETS),
    ),
    writeLocation(
      place('archive/'),
      file('archive/'),
      'try_files $uri =404;',
      writeHeaders(CACHE_OTHERS),
    ),
    writeLocation(`= ${place('sw.js')}`, file('sw.js'), writeHeaders(CACHE_OTHERS, WORKER_HEADERS)),
    writeLocation(
      `= ${place('manifest.webmanifest')}`,
      file('manifest.webmanifest'),
      'types { }',
      'default_type application/manifest+json;',
      writeHeaders(CACHE_OTHERS),
    ).trimEnd(),
    say('# ……到这里：藏报 结束', '# … to here: 藏报 ends'),
  );
  return joinLines(
    say(
      '# 存为 /etc/nginx/conf.d/cangbao.conf，然后运行：nginx -t && systemctl reload nginx',
      '# Save as /etc/nginx/conf.d/cangbao.conf, then: nginx -t && systemctl reload nginx',
    ),
    !isHostKnown &&
      say(
        '# example.org 换成你的域名，或者先在 site.yaml 里写 url',
        '# Put your domain for example.org, or set url in site.yaml first',
      ),
    (isHttps || !isHostKnown) &&
      say(
        `# https：运行 certbot --nginx -d ${host}，它会改好这个文件`,
        `# https: certbot --nginx -d ${host} completes this file`,
      ),
    'server {',
    `    listen ${port};`,
    `    listen [::]:${port};`,
    `    server_name ${host};`,
    '',
    indent(site, '    ').trimEnd(),
    '}',
  );
}
