import { useQuery } from '@tanstack/react-query';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import CloseIcon from 'lucide-react/icons/x';
import { useEffect, useRef, useState } from 'react';
import './hits.css';
import type { TextRange } from '../../search-worker/findRanges.ts';
import { searchWords } from '../words/searchWords.ts';
import { findSearchService } from './findSearchService.ts';
import { type HitPainter, paintHits } from './paintHits.ts';
import { buildHitRanges, readPageParagraphs } from './readHitRanges.ts';

/** Marks the hits of a search in the article before it, scrolls to the first, and leads from one to the next. */
export function HitMarks({ text }: { text: string }) {
  const bar = useRef<HTMLDivElement>(null);
  const [painter, setPainter] = useState<HitPainter>();
  const [count, setCount] = useState(0);
  const [current, setCurrent] = useState(0);
  const [isHidden, setHidden] = useState(false);
  const { data: service } = useQuery({
    queryKey: ['search service'],
    queryFn: findSearchService,
    structuralSharing: false,
  });

  useEffect(() => {
    const body = bar.current?.closest('article')?.querySelector('.article-body');
    if (!body || !service || isHidden) return;
    let painted: HitPainter | undefined;
    let isGone = false;
    const paragraphs = readPageParagraphs(body);
    const mark = (found: TextRange[][]) => {
      if (isGone) return;
      const hits = buildHitRanges(paragraphs, found).filter((ranges) => ranges.length > 0);
      painted = paintHits(hits);
      if (hits.length > 0) painted.showCurrent(0);
      setPainter(painted);
      setCount(hits.length);
      setCurrent(0);
    };
    const texts = paragraphs.map((paragraph) => paragraph.text);
    // Where the search can't be had, it is the article without marks.
    service.mark(texts, text).then(mark, () => {});
    return () => {
      isGone = true;
      painted?.remove();
      setCount(0);
    };
  }, [service, text, isHidden]);

  function move(step: number) {
    const next = (current + step + count) % count;
    painter?.showCurrent(next);
    setCurrent(next);
  }

  function hide() {
    const body = bar.current?.closest('article')?.querySelector<HTMLElement>('.article-body');
    setHidden(true);
    // The button that was pressed is about to go; the text is what one turns to.
    body?.setAttribute('tabindex', body.getAttribute('tabindex') ?? '-1');
    body?.focus({ preventScroll: true });
  }

  return (
    <div ref={bar} className="hit-place">
      {count > 0 && (
        <fieldset className="hit-bar" aria-label={searchWords.hits}>
          <span aria-live="polite" className="hit-count">
            {searchWords.hitCount(current + 1, count)}
          </span>
          <button type="button" aria-label={searchWords.previousHit} onClick={() => move(-1)}>
            <ChevronUp size={18} strokeWidth={1.6} aria-hidden="true" />
          </button>
          <button type="button" aria-label={searchWords.nextHit} onClick={() => move(1)}>
            <ChevronDown size={18} strokeWidth={1.6} aria-hidden="true" />
          </button>
          <button type="button" aria-label={searchWords.hideHits} onClick={hide}>
            <CloseIcon size={16} strokeWidth={1.6} aria-hidden="true" />
          </button>
        </fieldset>
      )}
    </div>
  );
}
