import { raise } from '../elements/readMath.ts';

/** Characters of a description, at most; what search engines and previews show of it. */
const LONGEST = 160;
/** Where one sentence more would be too much: enough, from here on. */
const ENOUGH = 60;
/** HTML units in which a description is to be found: the first paragraphs. */
const MOST_HTML = 6000;

/** What a paragraph stands in that is no part of the text, or the paragraph: its attributes and its content. */
const PARTS =
  /<(aside|table|figure|dl|pre)\b[\s\S]*?(?:<\/\1>|$)|<p( class="(?:missing|card)")?[^>]*>([\s\S]*?)<\/p>/g;

/**
 * Returns the first whole sentences of an article, at most 160 characters, or `''` where it has no paragraph. Only a
 * first sentence that is longer is cut, behind a clause where it has one. `html`: as `html/writeHtml.ts` writes it.
 */
export function buildDescription(html: string): string {
  let text = '';
  for (const [, , note, inner] of html.slice(0, MOST_HTML).matchAll(PARTS)) {
    if (inner === undefined || note) continue;
    const words = readWords(inner);
    if (words !== '') text += (text === '' || /[。！？…”’）]$/.test(text) ? '' : ' ') + words;
    if (text.length > LONGEST) break;
  }
  return cutSentences(text);
}

function readWords(html: string): string {
  return html
    .replace(/<rp>.*?<\/rp>|<rt>.*?<\/rt>|<sup><a .*?<\/a><\/sup>/g, '')
    .replace(/<sup>(\d+)<\/sup>/g, (_text, digits: string) => raise(digits))
    .replace(/<br>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

function cutSentences(text: string): string {
  if (text.length <= LONGEST) return text;
  const shown = text.slice(0, LONGEST);
  const sentence = findLast(shown, /[。！？!?…][”’」』）)]*|\.(?= )/g);
  if (sentence > 0) return shown.slice(0, sentence);
  const clause = findLast(shown.slice(0, LONGEST - 1), /[，；：、,;]/g);
  // No half of a character at the end.
  const start = clause > ENOUGH ? shown.slice(0, clause - 1) : shown.slice(0, LONGEST - 1);
  return `${start.replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Returns where the last match ends, or 0. */
function findLast(text: string, pattern: RegExp): number {
  const last = [...text.matchAll(pattern)].at(-1);
  return last ? last.index + last[0].length : 0;
}
