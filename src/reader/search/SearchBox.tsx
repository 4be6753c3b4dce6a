import SearchIcon from 'lucide-react/icons/search';
import { type FormEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isComposing } from '../ui/isComposing.ts';
import { searchWords } from '../words/searchWords.ts';

interface SearchBoxProps {
  /** What is searched for now. */
  text: string;
  onSearch: (text: string) => void;
  /** The box takes the focus when the page comes. */
  isFocused: boolean;
}

/** Milliseconds without a key after which what was typed is searched for. */
const PAUSE = 180;

/** The box, which searches as one types, but not before an input method has composed. */
export function SearchBox({ text, onSearch, isFocused }: SearchBoxProps) {
  const [typed, setTyped] = useState(text);
  const box = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(text);
  // A filter that is chosen before the pause is over is part of what is asked then.
  const search = useRef(onSearch);
  useLayoutEffect(() => {
    search.current = onSearch;
  });

  // Back, a link, a filter: the address has another text than the one that this box has sent.
  useEffect(() => {
    if (text === sent.current) return;
    sent.current = text;
    setTyped(text);
  }, [text]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only the page's coming gives the focus
  useEffect(() => {
    if (isFocused) box.current?.focus({ preventScroll: true });
    return () => clearTimeout(timer.current);
  }, []);

  function send(value: string) {
    clearTimeout(timer.current);
    const trimmed = value.trim();
    if (trimmed === sent.current) return;
    sent.current = trimmed;
    search.current(trimmed);
  }

  function sendSoon(value: string) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(value), PAUSE);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    send(typed);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: React takes <search> for unknown where the browser does not know it
    <form role="search" className="search-box" onSubmit={submit}>
      <SearchIcon size={17} strokeWidth={1.6} aria-hidden="true" />
      <input
        ref={box}
        type="search"
        aria-label={searchWords.searchArticles}
        placeholder={searchWords.searchPlaceholder}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          const { isComposing: isUnfinished } = event.nativeEvent as InputEvent;
          if (!isUnfinished) sendSoon(event.target.value);
        }}
        onKeyDown={(event) => {
          // The Enter that ends a composition chooses words; the form is not to be sent by it.
          if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault();
        }}
        onCompositionStart={() => clearTimeout(timer.current)}
        onCompositionEnd={(event) => sendSoon(event.currentTarget.value)}
      />
    </form>
  );
}
