import { type RefObject, useEffect, useState } from 'react';
import { countMinutes } from '../ui/formatCount.ts';
import { readingWords } from '../words/readingWords.ts';

interface TimeLeftProps {
  scroller: RefObject<HTMLElement | null>;
  characterCount: number;
}

/** So far one has read, in pixels, when it appears: above that the head says how long the whole takes. */
const BEGUN = 200;

/** How many minutes are left of an article, once one has begun; nothing where all of it is in sight. */
export function TimeLeft({ scroller, characterCount }: TimeLeftProps) {
  const [minutes, setMinutes] = useState(0);

  useEffect(() => {
    const pane = scroller.current;
    if (!pane) return;
    function follow() {
      const body = pane?.querySelector('.article-body');
      if (!pane || !body) return;
      const { top, height, bottom } = body.getBoundingClientRect();
      const edge = pane.getBoundingClientRect().bottom;
      const part = top < edge ? Math.max(0, bottom - edge) / height : 1;
      const isBegun = pane.scrollTop > BEGUN;
      setMinutes(isBegun ? Math.ceil(countMinutes(characterCount) * part) : 0);
    }
    pane.addEventListener('scroll', follow, { passive: true });
    return () => pane.removeEventListener('scroll', follow);
  }, [scroller, characterCount]);

  return (
    <span className="time-left">
      {minutes > 0 && <span>{readingWords.immersion.minutesLeft(minutes)}</span>}
    </span>
  );
}
