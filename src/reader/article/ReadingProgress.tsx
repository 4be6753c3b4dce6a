import { type RefObject, useEffect, useRef } from 'react';

/** A line that grows with how far one has read. Only for the eye: the scroll bar tells the same. */
export function ReadingProgress({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
  const line = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    function draw() {
      if (!element || !line.current) return;
      const way = element.scrollHeight - element.clientHeight;
      line.current.style.transform = `scaleX(${way > 0 ? element.scrollTop / way : 0})`;
    }
    // Not drawn now: an article begins at its top, and asking for its height would lay it out before the first paint.
    element.addEventListener('scroll', draw, { passive: true });
    return () => element.removeEventListener('scroll', draw);
  }, [scroller]);

  return (
    <div aria-hidden="true" className="h-0.5">
      <div ref={line} className="h-full origin-left bg-seal" style={{ transform: 'scaleX(0)' }} />
    </div>
  );
}
