import type { FooterLine } from '../../model/SiteInfo.ts';
import type { Message } from '../command/Message.ts';
import { isPolicyHost } from '../output/contentPolicy.ts';
import type { TakenDown } from './SiteSettings.ts';
import { suggestName } from './suggestName.ts';

/** A value that can't be taken; the message completes “key …” (`应该是……`, `must be …`). */
export class WrongValue extends Error {
  readonly words: Message;
  /** The wrong key below the one that was read, where there is one. */
  readonly below: string | undefined;

  constructor(words: Message, below?: string) {
    super(words.en);
    this.words = words;
    this.below = below;
  }
}

/**
 * Reads one value of the site file or of an environment variable. Throws WrongValue.
 * `contentDir`: the content folder, absolute, for values that name a file in it.
 */
export type ReadValue<T> = (value: unknown, contentDir: string) => T;
/** Reads a value that names no file. */
type ReadPlain<T> = (value: unknown) => T;

const show = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function refuse(value: unknown, zh: string, en: string): never {
  const given = show(value);
  throw new WrongValue({ zh: `应该是${zh}，不是“${given}”`, en: `must be ${en}, not “${given}”` });
}

/** Reads a text; numbers and dates are taken as they are written. */
export const readText: ReadPlain<string> = (value) => {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  return refuse(value, '一段文字', 'a text');
};

/** Reads a switch: `on` or `off`, in the site file also `true` or `false`. */
export const readSwitch: ReadPlain<boolean> = (value) => {
  if (value === 'on' || value === true) return true;
  if (value === 'off' || value === false) return false;
  return refuse(value, ' on 或 off', 'on or off');
};

/** Reads the language of the site; there is one so far. */
export const readLanguage: ReadPlain<'zh-CN'> = (value) =>
  value === 'zh-CN'
    ? value
    : refuse(value, ' zh-CN（目前只有这一种）', 'zh-CN, the only one so far');

/** Reads a sub-path and returns it percent-encoded, with a slash at both ends: `news`, `/news` and `/news/` are one. */
export const readBase: ReadPlain<string> = (value) => {
  const text = readText(value);
  const isPath = !/[?#\\\s]|^[a-z][a-z0-9+.-]*:|\/\/|(?:^|\/)\.{1,2}(?:\/|$)/i.test(text);
  if (!isPath) {
    refuse(
      text,
      '一个路径，例如 /news/（整个网址写在 url 里）',
      'a path such as /news/ (an address goes into url)',
    );
  }
  return encodePath(`/${text}/`.replace(/\/+/g, '/'));
};

/** Returns a path as browsers tell it, however it was written. */
export function encodePath(path: string): string {
  return new URL(path, 'http://localhost').pathname;
}

/** Reads the address of the site's first page and returns it with a slash at its end. */
export const readUrl: ReadPlain<string> = (value) => {
  const text = readText(value);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    return refuse(
      text,
      '一个网址，例如 https://example.org/',
      'an address such as https://example.org/',
    );
  }
  return url.href.replace(/\/*$/, '/');
};

/** Reads a colour, `#rgb` or `#rrggbb`, and returns it as `#rrggbb`. */
export const readColour: ReadPlain<string> = (value) => {
  const text = readText(value).toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  return refuse(
    value,
    '一个颜色，例如 "#a5302a"（要加引号）',
    'a colour such as "#a5302a" (in quotation marks)',
  );
};

/** Reads a host that a content policy can name. */
export const readHost: ReadPlain<string> = (value) => {
  const text = readText(value)
    .replace(/^https:\/\//, '')
    .replace(/\/$/, '');
  return isPolicyHost(text)
    ? text
    : refuse(value, '一个主机名，例如 stats.example.org', 'a host such as stats.example.org');
};

/** An element that stands in a head, whole, so that nothing of the page behind it becomes a part of it. */
const HEAD_ELEMENTS = [
  '<(?:meta|link)\\b[^<>]*>',
  '<script\\b[^<>]*>(?:(?!<\\/script)[\\s\\S])*<\\/script>',
  '<!--(?:(?!--)[\\s\\S])*-->',
].join('|');
const HEAD_LINE = new RegExp(`^(?:\\s*(?:${HEAD_ELEMENTS}))+\\s*$`, 'i');

/** Reads elements that stand in a head: nothing that browsers would move into the body. */
export const readHeadLine: ReadPlain<string> = (value) => {
  const text = readText(value);
  if (HEAD_LINE.test(text)) return text;
  return refuse(value, '一个 meta、link 或 script 元素', 'a meta, link or script element');
};

/** Reads a list whose values are all read in the same way; a single value is a list of one. */
export function readList<T>(read: ReadValue<T>): ReadValue<T[]> {
  return (value, contentDir) =>
    (Array.isArray(value) ? value : [value]).map((each) => read(each, contentDir));
}

/** Reads a map from names to texts. */
export const readNames: ReadPlain<Record<string, string>> = (value) => {
  const map = readMap(value, '“分类路径: 名称”的表', 'a map of category paths to names');
  return Object.fromEntries(Object.entries(map).map(([key, name]) => [key, readText(name)]));
};

/** Reads a footer line: a text, or a text with a link. */
export const readFooterLine: ReadPlain<FooterLine> = (value) => {
  if (typeof value === 'string') return { text: readText(value) };
  const { text, link, ...others } = readMap(
    value,
    '文字，或者 text 和 link',
    'a text, or text and link',
  );
  refuseOthers(others, ['text', 'link']);
  if (link === undefined) return { text: readText(text) };
  const address = readText(link);
  const isLink = /^(?:https?:\/\/|mailto:|\/(?!\/)|[^:/?#]+(?:[/?#]|$))/i.test(address);
  if (!isLink) refuse(address, '一个 https 网址', 'an https address');
  return { text: readText(text), link: address };
};

/** Reads an article that was taken down: its path or id, or that with a reason. */
export const readTakenDown: ReadPlain<TakenDown> = (value) => {
  if (typeof value === 'string') return { article: readText(value), reason: '' };
  const {
    article,
    reason = '',
    ...others
  } = readMap(value, '路径，或者 article 和 reason', 'a path, or article and reason');
  refuseOthers(others, ['article', 'reason']);
  return { article: readText(article), reason: readText(reason) };
};

function readMap(value: unknown, zh: string, en: string): Record<string, unknown> {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? (value as Record<string, unknown>) : refuse(value, zh, en);
}

function refuseOthers(others: Record<string, unknown>, known: readonly string[]): void {
  const [other] = Object.keys(others);
  if (other === undefined) return;
  const meant = suggestName(other, known);
  throw new WrongValue(
    {
      zh: `里不认识“${other}”，${meant ? `是不是想写 ${meant}` : `只有 ${known.join('、')}`}`,
      en: `holds an unknown “${other}”; ${meant ? `perhaps ${meant} is meant` : `there are ${known.join(' and ')}`}`,
    },
    other,
  );
}
