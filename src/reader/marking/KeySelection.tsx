import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { noteWords } from '../words/noteWords.ts';
import { settingsWords } from '../words/settingsWords.ts';
import type { Passage } from './findPassage.ts';
import { followSelectionKey, listSentences } from './keySelection.ts';
import { type BodyText, buildRanges, readBodyText } from './readBodyText.ts';

/** How long the toolbar is waited for, in milliseconds: its script may have to come first. */
const PATIENCE = 5000;

/** Selects words of the article without a pointer: a button, and the keys that it lets choose them. */
export function KeySelection({ body }: { body: HTMLElement }) {
  const [chosen, setChosen] = useState<Passage & { read: BodyText }>();
  const button = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const isOn = chosen !== undefined;

  useEffect(() => {
    if (isOn) field.current?.focus({ preventScroll: true });
  }, [isOn]);
  useEffect(() => {
    if (chosen) select(chosen);
  }, [chosen]);

  function begin() {
    const read = readBodyText(body);
    const sentences = listSentences(read.text);
    const first = sentences.find((each) => isInSight(body, read, each)) ?? sentences[0];
    if (first) setChosen({ ...first, read });
  }

  function end() {
    setChosen(undefined);
    document.getSelection()?.removeAllRanges();
    // After the field is gone: the button stands in its place.
    window.setTimeout(() => button.current?.focus());
  }

  function followKey(event: KeyboardEvent) {
    if (!chosen || event.ctrlKey || event.metaKey || event.altKey) return;
    const { read } = chosen;
    const sentences = listSentences(read.text);
    const next = followSelectionKey(read.text, sentences, chosen, event.key, event.shiftKey);
    if (next) setChosen({ ...next, read });
    else if (event.key === 'Escape') end();
    else if (event.key === 'Enter') void focusToolbar(() => setChosen(undefined));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  if (!chosen) {
    return (
      <button
        ref={button}
        type="button"
        className="button key-selection-button"
        aria-keyshortcuts="v"
        onClick={begin}
      >
        {settingsWords.shortcuts.select}
      </button>
    );
  }
  return (
    <div
      ref={field}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys are followed here
      tabIndex={0}
      aria-label={settingsWords.shortcuts.select}
      aria-describedby="key-selection-hint"
      className="key-selection"
      onKeyDown={followKey}
    >
      <p id="key-selection-hint">{noteWords.selectByKeyHint}</p>
      <p aria-live="polite" className="sr-only">
        {noteWords.selectedWords(chosen.read.text.slice(chosen.start, chosen.end))}
      </p>
    </div>
  );
}

function select({ read, start, end }: Passage & { read: BodyText }): void {
  const ranges = buildRanges(read, start, end);
  const range = ranges[0]?.cloneRange();
  const last = ranges.at(-1);
  if (!range || !last) return;
  range.setEnd(last.endContainer, last.endOffset);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  last.endContainer.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function isInSight(body: HTMLElement, read: BodyText, { start, end }: Passage): boolean {
  const pane = (body.closest('.reading-pane') ?? body).getBoundingClientRect();
  const place = buildRanges(read, start, end)[0]?.getBoundingClientRect();
  const isWithin = place && place.top >= pane.top + 52 && place.bottom <= pane.bottom;
  return isWithin === true && place.left >= pane.left && place.right <= pane.right;
}

/** Gives the focus to what can be done with the selected words, once it is there. */
async function focusToolbar(onFocus: () => void): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const first = document.querySelector<HTMLElement>('.selection-bar button');
    if (first) {
      first.focus();
      onFocus();
      return;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
}
