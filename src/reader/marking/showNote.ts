import type { PaintedNote } from './paintNotes.ts';
import { setHighlight } from './setHighlight.ts';

/** Brings the words of a note into the middle of the pane, and shows until the next press which they are. */
export function showNote({ ranges }: PaintedNote): void {
  const [first] = ranges;
  const last = ranges.at(-1);
  if (!first || !last) return;
  const whole = first.cloneRange();
  whole.setEnd(last.endContainer, last.endOffset);
  setHighlight('note-current', whole);
  window.addEventListener('pointerdown', () => setHighlight('note-current', undefined), {
    once: true,
  });
  first.startContainer.parentElement?.scrollIntoView({
    block: 'center',
    inline: 'center',
    behavior: 'instant',
  });
  // A paragraph may be longer than the pane is high; vertical text scrolls by itself.
  const parent = first.startContainer.parentElement;
  const pane = parent?.closest('.reading-pane');
  const place = first.getBoundingClientRect();
  if (!pane || getComputedStyle(parent as Element).writingMode !== 'horizontal-tb') return;
  if (place.top > 60 && place.bottom < pane.clientHeight - 60) return;
  const middle = pane.getBoundingClientRect().top + pane.clientHeight / 2;
  pane.scrollTop += place.top - middle;
}
