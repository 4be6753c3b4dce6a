import type { Article } from '../../model/Article.ts';
import { formatBeijingDay } from '../../model/beijingTime.ts';
import type { Note } from '../../model/Note.ts';
import { buildQuote } from './citations.ts';
import { copyText } from './copyText.ts';
import { buildFragment } from './sentenceLink.ts';

/**
 * Copies a note with its source, or the link to its passage; returns whether the browser allowed it. `range`: where the
 * passage stands in the article's body, absent where its words are lost.
 */
export function copyPassage(
  what: 'note' | 'link',
  article: Article,
  note: Note,
  body: HTMLElement,
  range: Range | undefined,
): Promise<boolean> {
  const { origin, pathname } = window.location;
  const address = origin + pathname + ((range && buildFragment(body, range)) ?? '');
  if (what === 'link') return copyText(address);
  const today = formatBeijingDay(new Date().toISOString()) ?? '';
  const quote = buildQuote(note.quote.exact, { article, address, today });
  return copyText(note.text === '' ? quote : `${quote}\n\n${note.text}`);
}
