import { type RefObject, useEffect, useRef } from 'react';

/** A line that grows with how far one has read. Only for the eye: the scroll bar tells the same. */
export function ReadingProgress({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
  const line = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    function draw({ target }: Event) {
      if (!element || !line.current || !(target instanceof Element)) return;
      // Of what scrolls within the article nothing is told; an article that is set vertically is what scrolls itself.
      const isVertical = target.matches('.article');
      if (target !== element && !isVertical) return;
      const way = isVertical
        ? target.scrollWidth - target.clientWidth
        : target.scrollHeight - target.clientHeight;
      const done = Math.abs(isVertical ? target.scrollLeft : target.scrollTop);
      line.current.style.transformOrigin = isVertical ? 'right' : 'left';
      line.current.style.transform = `scaleX(${way > 0 ? done / way : 0})`;
    }
    // Not drawn now: an article begins at its top, and asking for its height would lay it out before the first paint.
    const options = { passive: true, capture: true };
    element.addEventListener('scroll', draw, options);
    return () => element.removeEventListener('scroll', draw, options);
  }, [scroller]);

  return (
    <div aria-hidden="true" className="h-0.5">
      <div ref={line} className="h-full bg-seal" style={{ transform: 'scaleX(0)' }} />
    </div>
  );
}
