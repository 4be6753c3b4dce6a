import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import type { ArticleListInfo } from '../../model/Catalogue.ts';
import { formatCount } from '../ui/formatCount.ts';
import { formatMonth } from '../ui/formatDate.ts';
import { words } from '../ui/words.ts';

interface MonthStripProps {
  months: ArticleListInfo['months'];
  /** Index of the month on screen, -1 for none. */
  current: number;
  onJump: (month: number) => void;
}

/**
 * The shape of a list, a bar for each month, and the way to a date. One stop for the Tab key; arrows move within.
 * Scrolling renders the list many times a second; the strip looks different only when the month on screen changes.
 */
export const MonthStrip = memo(
  MonthBars,
  (before, after) => before.months === after.months && before.current === after.current,
);

function MonthBars({ months, current, onJump }: MonthStripProps) {
  const strip = useRef<HTMLFieldSetElement>(null);
  const [chosen, setChosen] = useState<number>();
  const most = Math.max(...months.map(([, count]) => count));
  const stop = chosen ?? (current >= 0 ? current : months.length - 1);

  useEffect(() => {
    const bar = strip.current?.children[current];
    if (strip.current && bar instanceof HTMLElement) scrollIntoStrip(strip.current, bar);
  }, [current]);

  function moveFocus(event: KeyboardEvent) {
    const target = findTarget(event.key, stop, months.length - 1);
    const bar = target === undefined ? undefined : strip.current?.children[target];
    if (!(bar instanceof HTMLElement)) return;
    event.preventDefault();
    bar.focus();
  }

  return (
    <fieldset
      ref={strip}
      className="months"
      aria-label={words.months}
      onKeyDown={moveFocus}
      onBlur={() => setChosen(undefined)}
    >
      {months.map(([month, count], index) => (
        <button
          key={month}
          type="button"
          className="month"
          tabIndex={index === stop ? 0 : -1}
          aria-label={words.month(formatMonth(month), formatCount(count))}
          aria-current={index === current ? 'true' : undefined}
          title={words.month(formatMonth(month), formatCount(count))}
          onFocus={() => setChosen(index)}
          onClick={() => onJump(index)}
        >
          <span style={{ height: `${Math.max(8, (count / most) * 100)}%` }} />
        </button>
      ))}
    </fieldset>
  );
}

/** Scrolls the strip alone, where it is wider than its pane; scrollIntoView would move the page too. */
function scrollIntoStrip(strip: HTMLElement, bar: HTMLElement): void {
  const left = bar.offsetLeft - strip.offsetLeft;
  const isInSight = left >= strip.scrollLeft && left <= strip.scrollLeft + strip.clientWidth;
  if (!isInSight) strip.scrollLeft = left - strip.clientWidth / 2;
}

function findTarget(key: string, from: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, from - 1);
    case 'ArrowRight':
      return Math.min(last, from + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
