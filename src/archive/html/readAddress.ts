import { isPolicyHost } from '../output/contentPolicy.ts';

/** Redirects that name their target in the query: site and parameter. */
const REDIRECTS: [pattern: RegExp, parameter: string][] = [
  [/^https?:\/\/link\.zhihu\.com\//, 'target'],
  [/^https?:\/\/link\.juejin\.(?:cn|im)\//, 'target'],
  [/^https?:\/\/(?:www\.)?oschina\.net\/action\/GoToLink/i, 'url'],
  [/^https?:\/\/link\.csdn\.net\//, 'target'],
  [/^https?:\/\/www\.jianshu\.com\/go-wild/, 'url'],
];

/** Prefixes of proxies that scrapers put before a picture's address. */
const PROXY_PREFIX = /^https?:\/\/cors\.zfour\.workers\.dev\/\?/;

/** Gives an absolute http(s) address with known redirects resolved, or undefined for everything else. */
export function readLinkAddress(value: string | undefined): string | undefined {
  const url = readHttpUrl(value);
  if (!url) return undefined;
  for (const [pattern, parameter] of REDIRECTS) {
    const target = pattern.test(url.href)
      ? readHttpUrl(url.searchParams.get(parameter) ?? undefined)
      : undefined;
    if (target) return target.href;
  }
  return url.href;
}

/** Returns an address without a scheme or host, as links between the files of one site have it; else undefined. */
export function readLocalAddress(value: string | undefined): string | undefined {
  const text = (value ?? '').trim();
  return /^(?:[a-z][a-z0-9+.-]*:|[#?]|[\\/]{2}|$)/i.test(text) ? undefined : text;
}

/**
 * Gives a picture's address: absolute https (http is raised to https, as browsers block mixed content),
 * or the path of a picture that lies in the content folder (`/` is the folder's root), or undefined. A host that the
 * site's policy can't name is none.
 */
export function readPictureAddress(value: string | undefined): string | undefined {
  const text = (value ?? '').trim().replace(PROXY_PREFIX, '');
  if (text === '') return undefined;
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(text)) {
    const url = readHttpUrl(text);
    if (!url) return undefined;
    url.protocol = 'https:';
    return isPolicyHost(url.host) ? url.href : undefined;
  }
  if (text.startsWith('#')) return undefined;
  // Windows' own.
  return text.replaceAll('\\', '/');
}

function readHttpUrl(value: string | undefined): URL | undefined {
  const text = (value ?? '').trim();
  if (!/^(?:https?:)?\/\//i.test(text)) return undefined;
  try {
    const url = new URL(text.startsWith('//') ? `https:${text}` : text);
    // A name and password in an address is a way to dress up a foreign host.
    return url.username === '' && url.password === '' ? url : undefined;
  } catch {
    return undefined;
  }
}
