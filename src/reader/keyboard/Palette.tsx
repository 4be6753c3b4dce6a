import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useAllBookmarks } from '../bookmarks/useBookmarks.ts';
import { useVisits } from '../read-state/useMarks.ts';
import { useSettingsStore } from '../storage/useSettings.ts';
import { isComposing } from '../ui/isComposing.ts';
import { searchWords } from '../words/searchWords.ts';
import { words } from '../words/words.ts';
import './keyboard.css';
import type { Command } from './Command.ts';
import { buildTextSearch, findCommands, listCommands } from './listCommands.ts';
import { useTagNames } from './useTagNames.ts';

/** What the command palette holds: a box to write in, and below it what fits. Arrows choose, Enter does. */
export function Palette({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const settings = useSettingsStore();
  const [bookmarks, visits] = [useAllBookmarks(), useVisits()];
  const [question, setQuestion] = useState('');
  const [at, setAt] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const tags = useTagNames(question);
  const commands = useMemo(
    () => listCommands({ client, settings, remembered: [...bookmarks, ...visits], tags }),
    [client, settings, bookmarks, visits, tags],
  );
  const found = useMemo(
    () => [...findCommands(commands, question), ...buildTextSearch(question)],
    [commands, question],
  );
  const chosen = Math.min(at, found.length - 1);

  useEffect(() => box.current?.focus(), []);
  // In braces: some browsers give a promise, which React would take for a cleanup.
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  function run(command: Command | undefined) {
    if (!command) return;
    onClose();
    // After the dialog is gone and has given the focus back: a page that is gone to takes it then.
    window.setTimeout(command.run);
  }

  function followKey(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((chosen + step + found.length) % (found.length || 1));
    else if (event.key === 'Enter') run(found[chosen]);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        ref={box}
        className="palette-box"
        role="combobox"
        aria-label={searchWords.palette.box}
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[chosen] && `palette-${chosen}`}
        placeholder={searchWords.palette.box}
        value={question}
        onChange={({ target }) => {
          setQuestion(target.value);
          setAt(0);
        }}
        onKeyDown={followKey}
      />
      <div
        ref={list}
        id="palette-list"
        role="listbox"
        aria-label={words.palette}
        className="palette"
      >
        {found.map((command, index) => (
          // The keyboard chooses in the box above.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={command.key}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => run(command)}
          >
            <span>{command.name}</span>
            <small>{command.note ?? searchWords.palette.kinds[command.kind]}</small>
          </div>
        ))}
      </div>
      <p role="status" className="sr-only">
        {searchWords.palette.foundCount(found.length)}
      </p>
    </>
  );
}
