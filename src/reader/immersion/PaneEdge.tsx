import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { PANE_WIDTHS } from '../storage/createSettingsStore.ts';
import { useSettings, useSettingsStore } from '../storage/useSettings.ts';
import { readingWords } from '../words/readingWords.ts';
import './paneEdge.css';

interface PaneEdgeProps {
  /** Which pane's width it changes; that pane's right edge is here. */
  pane: keyof typeof PANE_WIDTHS;
}

const LOOKS = {
  listWidth: { property: '--list-width', pane: '.list-pane' },
  sidebarWidth: { property: '--sidebar-width', pane: '.sidebar' },
} as const;

/** Widths are kept in steps, in pixels; an arrow moves by two. */
const STEP = 8;

/** The edge of a pane, to be dragged, or moved by the arrows; pressed twice, the usual width is back. It is kept. */
export function PaneEdge({ pane }: PaneEdgeProps) {
  const store = useSettingsStore();
  const kept = useSettings()[pane];
  const [isDragged, setDragged] = useState(false);
  const edge = useRef<HTMLDivElement>(null);
  const { least, most, usual } = PANE_WIDTHS[pane];
  const { property, pane: selector } = LOOKS[pane];

  function readLeft(): number {
    return document.querySelector(selector)?.getBoundingClientRect().left ?? 0;
  }
  function readWidth(): number {
    return document.querySelector(selector)?.getBoundingClientRect().width ?? usual;
  }
  function limit(width: number): number {
    return Math.min(most, Math.max(least, Math.round(width / STEP) * STEP));
  }
  function keep(width: number) {
    store.change({ [pane]: width });
  }

  function begin(event: PointerEvent) {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    edge.current?.focus();
    setDragged(true);
  }
  function drag({ clientX }: PointerEvent) {
    if (!isDragged) return;
    document.documentElement.style.setProperty(property, `${limit(clientX - readLeft())}px`);
  }
  function end({ clientX, type }: PointerEvent) {
    if (!isDragged) return;
    setDragged(false);
    keep(type === 'pointerup' ? limit(clientX - readLeft()) : kept);
  }
  function followKey(event: KeyboardEvent) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    keep(limit(readWidth() + 2 * STEP * step));
  }

  return (
    // An <hr> can't be moved.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      ref={edge}
      role="separator"
      aria-orientation="vertical"
      aria-label={readingWords.immersion[pane]}
      aria-valuenow={kept || usual}
      aria-valuemin={least}
      aria-valuemax={most}
      title={readingWords.immersion.edgeHint}
      tabIndex={0}
      className={isDragged ? 'pane-edge is-dragged' : 'pane-edge'}
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => keep(0)}
      onKeyDown={followKey}
    />
  );
}
