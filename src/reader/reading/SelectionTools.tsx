import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Article } from '../../model/Article.ts';
import { partQuery } from '../ui/partQuery.ts';
import { readingWords } from '../words/readingWords.ts';
import { useToolbarNext } from './useToolbarNext.ts';

const selectionBarQuery = partQuery('selection bar', () => import('../export/SelectionBar.tsx'));

/** A selection is looked at when it has not changed for so long, in milliseconds. */
const REST = 250;

/** Offers what can be done with words that are selected in the article. Its script comes with the first selection. */
export function SelectionTools({ article }: { article: Article }) {
  const [selected, setSelected] = useState<{ body: HTMLElement; range: Range }>();
  const bar = useQuery({ ...selectionBarQuery, enabled: selected !== undefined });

  useEffect(() => {
    let timer: number | undefined;
    function look() {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setSelected(findSelected()), REST);
    }
    document.addEventListener('selectionchange', look);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('selectionchange', look);
    };
  }, []);

  const isOffered = selected !== undefined && bar.data !== undefined;
  useToolbarNext(isOffered);

  return (
    <>
      {isOffered && <bar.data.SelectionBar article={article} {...selected} />}
      <p aria-live="polite" className="sr-only">
        {isOffered && readingWords.selectionOffered}
      </p>
    </>
  );
}

function findSelected(): { body: HTMLElement; range: Range } | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  const { commonAncestorContainer: inner } = range;
  const body = (inner instanceof Element ? inner : inner.parentElement)?.closest<HTMLElement>(
    '.reading-pane .article-body',
  );
  return body && range.toString().trim() !== '' ? { body, range } : undefined;
}
