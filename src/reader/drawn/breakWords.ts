import { LONG_WORD, listPieces } from '../article/breakLongWords.ts';

/** Does to a text of HTML what `article/breakLongWords.ts` does to a text node. */
export function breakWords(html: string): string {
  const plain = html.includes('&')
    ? html.replace(REFERENCE, (name) => SIGNS[name] as string)
    : html;
  if (!LONG_WORD.test(plain)) return html;
  return listPieces(plain)
    .map(({ text, isBroken }) => escapeText(text) + (isBroken ? '<wbr>' : ''))
    .join('');
}

const SIGNS: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const REFERENCE = /&(?:amp|lt|gt|quot);/g;
const NAMES = Object.fromEntries(Object.entries(SIGNS).map(([name, sign]) => [sign, name]));

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => NAMES[sign] as string);
}
