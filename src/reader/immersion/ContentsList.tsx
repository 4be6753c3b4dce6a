import { useEffect, useMemo, useRef } from 'react';
import { readingWords } from '../words/readingWords.ts';

/** A heading this far below the pane's upper edge, in pixels, is the one that is read. */
const EDGE = 120;

/** The headings of the article on screen, each a way to it; the one that is read is marked. */
export function ContentsList({ onClose }: { onClose: () => void }) {
  const list = useRef<HTMLOListElement>(null);
  const headings = useMemo(findHeadings, []);
  const current = useMemo(() => findCurrent(headings), [headings]);
  const highest = Math.min(...headings.map(readLevel));

  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
  }, []);

  function go(heading: HTMLElement) {
    onClose();
    // After the dialog is gone and has given the focus back.
    window.setTimeout(() => showHeading(heading));
  }

  if (headings.length === 0)
    return <p className="p-2 text-soft">{readingWords.immersion.noContents}</p>;
  return (
    <ol ref={list} className="contents-list">
      {headings.map((heading, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: headings may say the same
        <li key={index}>
          <button
            type="button"
            className={`is-level-${readLevel(heading) - highest}`}
            aria-current={heading === current ? 'location' : undefined}
            onClick={() => go(heading)}
          >
            {heading.textContent}
          </button>
        </li>
      ))}
    </ol>
  );
}

function findHeadings(): HTMLElement[] {
  const found = document.querySelectorAll<HTMLElement>(
    '.reading-pane .article-body :is(h2, h3, h4)',
  );
  return [...found].filter((heading) => heading.textContent.trim() !== '');
}

function readLevel(heading: HTMLElement): number {
  return Number(heading.localName.slice(1));
}

function findCurrent(headings: HTMLElement[]): HTMLElement | undefined {
  const top = document.querySelector('.reading-pane')?.getBoundingClientRect().top ?? 0;
  return [...headings]
    .reverse()
    .find((heading) => heading.getBoundingClientRect().top <= top + EDGE);
}

function showHeading(heading: HTMLElement): void {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: 'start', inline: 'start' });
}
