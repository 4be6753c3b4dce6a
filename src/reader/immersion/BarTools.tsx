import type { RefObject } from 'react';
import type { Article } from '../../model/Article.ts';
import { useLayout } from '../ui/useLayout.ts';
import { AloneButton } from './AloneButton.tsx';
import { ContentsButton, hasContents } from './ContentsButton.tsx';
import './immersion.css';
import { TimeLeft } from './TimeLeft.tsx';
import { useHidingBars } from './useHidingBars.ts';

interface BarToolsProps {
  article: Article;
  scroller: RefObject<HTMLElement | null>;
}

/** What the bar above an article has for reading undisturbed. On a phone the bars leave while one reads on. */
export function BarTools({ article, scroller }: BarToolsProps) {
  const isPhone = useLayout() === 'one';
  useHidingBars(scroller, isPhone);
  return (
    <>
      <TimeLeft scroller={scroller} characterCount={article.characterCount} />
      {hasContents(article) && <ContentsButton />}
      {!isPhone && <AloneButton />}
    </>
  );
}
