import { useId, useRef, useState } from 'react';
import { foldTagName, MAX_TAG_NAME, type ReaderTag } from '../bookmarks/createTagStore.ts';
import { shelfWords } from '../words/shelfWords.ts';
import { TagName } from './TagChip.tsx';

interface TagBoxProps {
  /** What can be chosen. */
  tags: readonly ReaderTag[];
  /** A name was typed or chosen. */
  onAdd: (name: string) => void;
}

/** Where a tag's name is typed: known ones are offered below, another one is made. */
export function TagBox({ tags, onAdd }: TagBoxProps) {
  const listId = useId();
  const box = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const folded = foldTagName(name);
  const known = tags.filter((tag) => foldTagName(tag.name).includes(folded));
  const isNew = folded !== '' && !tags.some((tag) => foldTagName(tag.name) === folded);
  const options = [...known.map((tag) => tag.name), ...(isNew ? [name.trim()] : [])];
  const isShown = isOpen && options.length > 0;

  function add(chosen: string) {
    if (foldTagName(chosen) === '') return;
    onAdd(chosen);
    setName('');
    setActive(-1);
    setOpen(false);
    box.current?.focus();
  }

  function followKey(event: React.KeyboardEvent) {
    // A word that is being composed is not typed yet.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive(isShown ? (active + step + options.length) % options.length : 0);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      add(options[isShown ? active : -1] ?? name);
    } else if (event.key === 'Escape' && isShown) {
      // The dialog stays.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  }

  return (
    <div className="tag-box">
      <input
        ref={box}
        type="text"
        role="combobox"
        aria-label={shelfWords.tagName}
        aria-expanded={isShown}
        aria-controls={isShown ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? `${listId}-${active}` : undefined}
        placeholder={shelfWords.tagHint}
        autoComplete="off"
        maxLength={MAX_TAG_NAME}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={followKey}
      />
      {isShown && (
        <div id={listId} role="listbox" aria-label={shelfWords.knownTags} className="tag-options">
          {options.map((option, index) => {
            const tag = known[index];
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
              <div
                key={option}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                // The focus stays in the box.
                onPointerDown={(event) => event.preventDefault()}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => add(option)}
              >
                {tag ? <TagName tag={tag} /> : <span>{shelfWords.newTag(option)}</span>}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}
