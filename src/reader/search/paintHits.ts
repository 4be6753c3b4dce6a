const HIT = 'search-hit';
const CURRENT = 'search-current';

/** Paints the hits in an article, and one of them as the current one. */
export interface HitPainter {
  showCurrent(hit: number): void;
  remove(): void;
}

/**
 * Paints hits, each of one range or more: by CSS highlights, which leave the document as it is, else by mark elements
 * around the words.
 */
export function paintHits(hits: readonly (readonly Range[])[]): HitPainter {
  return typeof Highlight === 'function' && 'highlights' in CSS
    ? paintHighlights(hits)
    : insertMarks(hits);
}

function paintHighlights(hits: readonly (readonly Range[])[]): HitPainter {
  CSS.highlights.set(HIT, new Highlight(...hits.flat()));
  return {
    showCurrent(hit) {
      const current = new Highlight(...(hits[hit] ?? []));
      current.priority = 1;
      CSS.highlights.set(CURRENT, current);
      scrollTo(hits[hit]?.[0]?.startContainer.parentElement, hits[hit]?.[0]);
    },
    remove() {
      CSS.highlights.delete(HIT);
      CSS.highlights.delete(CURRENT);
    },
  };
}

function insertMarks(hits: readonly (readonly Range[])[]): HitPainter {
  // From the last to the first: an earlier range in the same node stays valid.
  const marks = [...hits].reverse().map((ranges) =>
    [...ranges].reverse().map((range) => {
      const mark = document.createElement('mark');
      mark.className = HIT;
      range.surroundContents(mark);
      return mark;
    }),
  );
  marks.reverse();
  return {
    showCurrent(hit) {
      marks.forEach((parts, index) => {
        for (const mark of parts) mark.classList.toggle(CURRENT, index === hit);
      });
      scrollTo(marks[hit]?.at(-1));
    },
    remove() {
      for (const mark of marks.flat()) {
        const { parentNode } = mark;
        mark.replaceWith(...mark.childNodes);
        parentNode?.normalize();
      }
    },
  };
}

/**
 * Scrolls a hit into the middle of its pane; a long paragraph may be higher than that, so by the hit and not by its
 * element.
 */
function scrollTo(element: Element | null | undefined, range?: Range): void {
  const pane = element?.closest('.reading-pane');
  if (!element || !pane) return;
  // A range has no place where nothing is laid out.
  const place = range?.getBoundingClientRect?.() ?? element.getBoundingClientRect();
  const middle = pane.getBoundingClientRect().top + pane.clientHeight / 2;
  pane.scrollTop += place.top - middle;
}
