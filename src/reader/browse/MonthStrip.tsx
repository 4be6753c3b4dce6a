import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type PointerEvent,
  useMemo,
  useState,
} from 'react';
import type { ArticleListInfo } from '../../model/Catalogue.ts';
import { whenAtRest } from '../list/whenAtRest.ts';
import { formatCount } from '../ui/formatCount.ts';
import { formatMonth } from '../ui/formatDate.ts';
import { words } from '../words/words.ts';
import { buildTimeAxis } from './timeAxis.ts';

interface MonthStripProps {
  months: ArticleListInfo['months'];
  /** Index of the month on screen, -1 for none. */
  current: number;
  onJump: (month: number) => void;
}

/**
 * The shape of a list on an axis of time, a bar for each month with articles, and the way to a date: pressed, or
 * dragged along, which tells the date below the finger. One stop for the Tab key; arrows move within.
 * Scrolling renders the list many times a second; the strip looks different only when the month on screen changes.
 */
export const MonthStrip = memo(
  MonthBars,
  (before, after) => before.months === after.months && before.current === after.current,
);

function MonthBars({ months, current, onJump }: MonthStripProps) {
  const axis = useMemo(() => buildTimeAxis(months), [months]);
  /** The month below the pointer, or that has the focus. */
  const [pointed, setPointed] = useState<number>();
  const most = Math.max(...months.map(([, count]) => count));
  const stop = pointed ?? (current >= 0 ? current : months.length - 1);
  const name = (index: number) => {
    const [month, count] = months[index] ?? ['', 0];
    return words.month(formatMonth(month), formatCount(count));
  };
  /** `room`: what has to fit between there and the end. */
  const place = (start = 0, room = '0px') => ({ left: `min(${start * 100}%, 100% - ${room})` });

  function findPointed({ currentTarget, clientX }: MouseEvent): number {
    const { left, width } = currentTarget.getBoundingClientRect();
    return axis.findNearest((clientX - left) / width);
  }

  function follow(event: PointerEvent) {
    const index = findPointed(event);
    setPointed(index);
    if (event.buttons !== 1) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    whenAtRest(() => onJump(index));
  }

  function moveFocus(event: KeyboardEvent) {
    const target = findTarget(event.key, stop, months.length - 1);
    if (target === undefined) return;
    event.preventDefault();
    event.currentTarget.querySelectorAll('button')[target]?.focus();
  }

  return (
    <fieldset
      className="months"
      aria-label={words.months}
      onKeyDown={moveFocus}
      onBlur={() => setPointed(undefined)}
      onPointerMove={follow}
      onPointerLeave={() => setPointed(undefined)}
      onPointerUp={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) onJump(findPointed(event));
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onJump(findPointed(event));
      }}
    >
      {months.map(([month, count], index) => (
        <button
          key={month}
          type="button"
          className="month"
          style={{ ...place(axis.starts[index]), width: `${axis.width * 100}%` }}
          tabIndex={index === stop ? 0 : -1}
          aria-label={name(index)}
          aria-current={index === current ? 'true' : undefined}
          onFocus={() => setPointed(index)}
          onClick={() => onJump(index)}
        >
          <span style={{ height: `${Math.max(8, (count / most) * 100)}%` }} />
        </button>
      ))}
      {axis.years.map(({ year, start }) => (
        <span key={year} className="year" style={place(start, '2.4em')} aria-hidden="true">
          {year}
        </span>
      ))}
      {pointed !== undefined && (
        <span
          className="month-pointed"
          style={place(axis.starts[pointed], '11em')}
          aria-hidden="true"
        >
          {name(pointed)}
        </span>
      )}
    </fieldset>
  );
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
