import { useState } from 'react';
import type { Article } from '../../model/Article.ts';
import { formatBeijingDay } from '../../model/beijingTime.ts';
import { MarkButtons } from '../marking/MarkButtons.tsx';
import { readSelected } from '../marking/readSelected.ts';
import { readingWords } from '../words/readingWords.ts';
import { buildQuote } from './citations.ts';
import { copyText } from './copyText.ts';
import { buildFragment } from './sentenceLink.ts';

interface SelectionBarProps {
  article: Article;
  body: HTMLElement;
  range: Range;
}

/** What can be done with selected words: mark them, quote them with their source, or link to them. */
export function SelectionBar({ article, body, range }: SelectionBarProps) {
  const [answer, setAnswer] = useState('');

  async function copy(what: 'quote' | 'link') {
    const selected = readSelected(body, range);
    const { origin, pathname } = window.location;
    const address = origin + pathname + (buildFragment(body, selected) ?? '');
    const today = formatBeijingDay(new Date().toISOString()) ?? '';
    const quote = buildQuote(selected.toString(), { article, address, today });
    const text = what === 'quote' ? quote : address;
    setAnswer((await copyText(text)) ? readingWords.copied : readingWords.notCopied);
  }

  return (
    <div role="toolbar" aria-label={readingWords.selection} className="selection-bar">
      <MarkButtons article={article} body={body} range={range} />
      <button type="button" className="button" onClick={() => void copy('quote')}>
        {readingWords.copyQuote}
      </button>
      <button type="button" className="button" onClick={() => void copy('link')}>
        {readingWords.copyPassageLink}
      </button>
      <span role="status" className="text-soft text-sm">
        {answer}
      </span>
    </div>
  );
}
