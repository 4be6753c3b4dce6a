import { isUtf8, transcode } from 'node:buffer';
import type { Message } from '../command/Message.ts';
import { guessEncoding } from './guessEncoding.ts';

/** Text of a file, and what had to be done to read it. */
export interface Decoding {
  /** Undefined where the bytes are no text. */
  text?: string;
  note?: Message;
}

/** As people call them. */
const NAMES: Record<string, string> = {
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  gb18030: 'GB 18030',
  gbk: 'GB 18030',
  big5: 'Big5',
  'windows-1252': 'Windows-1252',
};
/** Bytes in which a page names its encoding (HTML, 13.2.3.2), and in which the zeros of UTF-16 show. */
const START = 1024;

/**
 * Decodes a file: UTF-8, UTF-16, the encoding that a page names, or a guess between those of Chinese texts. Single bad
 * bytes become U+FFFD. The note says what was not UTF-8, and what was a guess.
 */
export function decodeText(bytes: Uint8Array): Decoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le', NAMED);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be', NAMED);
  const wide = bytes.includes(0) ? findWide(bytes.subarray(0, START)) : undefined;
  if (wide) return decode(bytes, wide, UNMARKED);
  if (isUtf8(bytes)) {
    // Node 20 decodes Chinese text in two steps six times as fast as in one.
    return { text: transcode(bytes, 'utf8', 'utf16le').toString('utf16le') };
  }
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const bad = utf8.split('\uFFFD').length - 1;
  // Chinese encodings make characters of nearly any bytes; pictures and archives give themselves away by control codes.
  const controls = bytes.filter(
    (byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d,
  ).length;
  if (controls > 2)
    return {
      note: {
        zh: `不是文字：里面有 ${controls} 个控制字符`,
        en: `is no text: it holds ${controls} control codes`,
      },
    };
  const named = findNamed(bytes.subarray(0, START));
  if (named) return decode(bytes, named, AS_IT_SAYS);
  const guess = bad > 3 || bad * 20 > utf8.length ? guessEncoding(bytes) : undefined;
  if (guess && guess !== 'windows-1252' && !isBetter(bytes, guess, bad))
    return { text: utf8, note: describeBad(bad) };
  if (guess) return decode(bytes, guess, GUESSED);
  if (bad * 20 > utf8.length)
    return {
      note: {
        zh: `不是文字：${bad} 个字节不是 UTF-8`,
        en: `is no text: ${bad} bytes are not UTF-8`,
      },
    };
  return { text: utf8, note: describeBad(bad) };
}

/** What is said of the encoding that a file was read in; `*` stands for its name. */
const NAMED: Message = { zh: '是 *', en: 'was *' };
const AS_IT_SAYS: Message = { zh: '是 *：文件自己写明的', en: 'was *: as it says' };
const UNMARKED: Message = {
  zh: '当作 *：没有字节序标记',
  en: 'was taken for *: there is no byte order mark',
};
const GUESSED: Message = {
  zh: '当作 *：不是 UTF-8，这是猜的',
  en: 'was taken for *: a guess, since it is not UTF-8',
};

function decode(bytes: Uint8Array, encoding: string, { zh, en }: Message): Decoding {
  const text = new TextDecoder(encoding).decode(bytes);
  const name = NAMES[encoding] ?? encoding;
  return { text, note: { zh: zh.replace('*', name), en: en.replace('*', name) } };
}

function describeBad(bytes: number): Message {
  return {
    zh: `有 ${bytes} 个字节不是 UTF-8：每个显示为 \uFFFD`,
    en: `${bytes} bytes are not UTF-8: each is shown as \uFFFD`,
  };
}

/** A text that is UTF-8 but for some damage makes more bad characters in another encoding. */
function isBetter(bytes: Uint8Array, name: string, bad: number): boolean {
  return (new TextDecoder(name).decode(bytes).split('\uFFFD').length - 1) * 10 < bad;
}

/** UTF-16 without its mark: of Latin letters, borders and line ends every other byte is zero. */
function findWide(start: Uint8Array): string | undefined {
  const zeros = [0, 0];
  start.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) * 10 < start.length || Math.min(even, odd) > 2) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Finds the encoding that a page or an XML file names; undefined where Node knows none of that name. */
function findNamed(start: Uint8Array): string | undefined {
  const text = Buffer.from(start).toString('latin1');
  const [, name] =
    /<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(text) ?? [];
  try {
    const { encoding } = new TextDecoder(name ?? 'none');
    return encoding.startsWith('utf-') ? undefined : encoding;
  } catch {
    return undefined;
  }
}
