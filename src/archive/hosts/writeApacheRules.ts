import { CACHE_ASSETS, CACHE_OTHERS, PAGE_HEADERS, WORKER_HEADERS } from './fixedHeaders.ts';
import type { HostFacts } from './HostFacts.ts';
import { chooseWords, indent, joinLines } from './writeText.ts';

/** Writes a text as a pattern that matches it alone. */
export const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Writes an address as a rule's target, in which `%9` would stand for something else. */
export const escapeTarget = (address: string) => address.replaceAll('%', '\\%');

/** Writes what holds for the site's folder, in a `<Directory>` as well as in a `.htaccess`. Apache 2.4. */
export function writeApacheRules(facts: HostFacts): string {
  const { base, path, isCompressed } = facts;
  const say = chooseWords(facts);
  const inFolder = (names: string) => `<If "%{REQUEST_URI} =~ m#^${escapePattern(path)}${names}#">`;
  const headers = (list: typeof PAGE_HEADERS) =>
    list.map(([name, value]) => `Header always set ${name} "${value}"`).join('\n');
  return joinLines(
    'Options -Indexes -MultiViews',
    'DirectorySlash Off',
    'DirectoryIndex index.html',
    'AddDefaultCharset utf-8',
    'AddType text/javascript .js',
    'AddType application/json .json',
    'AddType application/manifest+json .webmanifest',
    'AddType application/octet-stream .bin',
    'AddCharset utf-8 .css .js .json .svg .webmanifest .xml',
    '',
    'RewriteEngine On',
    `RewriteBase "${path}"`,
    base !== '/' && writeSlash(facts),
    isCompressed && writePrecompressed(say),
    say(
      '# 网址 a/<id> 的页面是文件 a/<id>.html',
      '# The page of the address a/<id> is the file a/<id>.html',
    ),
    'RewriteCond "%{REQUEST_FILENAME}" !-f',
    'RewriteCond "%{REQUEST_FILENAME}.html" -f',
    'RewriteRule "^(.+[^/])$" "$1.html" [L]',
    'RewriteCond "%{REQUEST_FILENAME}" -d',
    'RewriteRule "." "-" [R=404,L]',
    say(
      '# 其他网址由 404.html 回答（状态码 404），阅读页从那里打开',
      '# Other addresses are answered by 404.html (status 404), which opens them',
    ),
    `ErrorDocument 404 "${base}404.html"`,
    inFolder('(assets|archive)/'),
    '    ErrorDocument 404 default',
    '</If>',
    '',
    `Header always set Cache-Control "${CACHE_OTHERS}"`,
    headers(PAGE_HEADERS),
    say('# 文件名里有哈希，可以存一年', '# Named by their hashes, kept for a year'),
    inFolder('assets/'),
    `    Header always set Cache-Control "${CACHE_ASSETS}" "expr=%{REQUEST_STATUS} -lt 400"`,
    '</If>',
    inFolder('sw\\.js(\\.(br|gz))?$'),
    indent(headers(WORKER_HEADERS), '    '),
    '</If>',
    '',
    'SetOutputFilter BROTLI_COMPRESS;DEFLATE',
    'SetEnvIfNoCase Request_URI "\\.(?:avif|gif|jpe?g|png|webp)$" no-brotli no-gzip',
    say(
      '# 压缩时 Apache 给 ETag 加上 -gzip、-br，之后又认不出来；没有它，304 照常',
      '# Compressing, Apache adds -gzip or -br to an ETag and then does not know it again',
    ),
    'RequestHeader edit "If-None-Match" "-(?:gzip|br)\\"" "\\""',
  );
}

/**
 * The folder's own address without its slash. Apache's own redirect would write the letters in small hexadecimal
 * digits.
 */
function writeSlash({ base, path }: HostFacts): string {
  return joinLines(
    'RewriteOptions AllowNoSlash',
    `RewriteCond "%{REQUEST_URI}" "^${escapePattern(path.slice(0, -1))}$"`,
    `RewriteRule "^" "${escapeTarget(base)}" [R=301,NE,L]`,
  ).trimEnd();
}

/** The second ending tells the encoding, the first one the type. Debian takes `.br` for Breton and `.gz` for a type. */
function writePrecompressed(say: (zh: string, en: string) => string): string {
  return joinLines(
    say('# 旁边有压缩好的文件就用它', '# Takes the compressed file beside another'),
    'RemoveLanguage .br',
    'RemoveType .gz',
    'AddEncoding br .br',
    'AddEncoding gzip .gz',
    'Header append Vary Accept-Encoding',
    ...['br', 'gz'].flatMap((ending) => [
      `RewriteCond "%{HTTP:Accept-Encoding}" "\\b${ending === 'gz' ? 'gzip' : ending}\\b"`,
      `RewriteCond "%{REQUEST_FILENAME}.${ending}" -f`,
      `RewriteRule "^(.+)$" "$1.${ending}" [L]`,
    ]),
  ).trimEnd();
}

/** Writes which modules have to be on. */
export function writeApacheModules(say: (zh: string, en: string) => string): string {
  return say(
    '# 需要的模块：a2enmod rewrite headers deflate brotli',
    '# Modules that it needs: a2enmod rewrite headers deflate brotli',
  );
}
