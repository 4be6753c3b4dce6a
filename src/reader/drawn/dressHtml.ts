import { cutLongWord, LONG_WORD } from '../typography/cutLongWord.ts';
import {
  buildAddressHref,
  dressText,
  type TextPart,
  type TextPlace,
} from '../typography/dressText.ts';

/** Does to a text of HTML what `typography/dressFragment.ts` does to a text node. */
export function dressHtml(html: string, place: TextPlace): string {
  if (!/\S/.test(html)) return html;
  const plain = html.includes('&')
    ? html.replace(REFERENCE, (name) => SIGNS[name] as string)
    : html;
  return dressText(plain, place)
    .map((part) => writePart(part) + (part.isBroken ? '<wbr>' : ''))
    .join('');
}

function writePart({ kind, text }: TextPart): string {
  const words = escapeText(text);
  switch (kind) {
    case 'plain':
      return words;
    case 'together':
      return `<span class="together">${words}</span>`;
    case 'english':
      return `<span lang="en">${words}</span>`;
    case 'address': {
      const href = escapeText(buildAddressHref(text));
      const content = LONG_WORD.test(text)
        ? cutLongWord(text)
            .map((piece) => `${escapeText(piece)}<wbr>`)
            .join('')
        : words;
      return `<a href="${href}" target="_blank" rel="noopener noreferrer">${content}</a>`;
    }
  }
}

const SIGNS: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const REFERENCE = /&(?:amp|lt|gt|quot);/g;
const NAMES = Object.fromEntries(Object.entries(SIGNS).map(([name, sign]) => [sign, name]));

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => NAMES[sign] as string);
}
