import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { bookWords } from '../words/bookWords.ts';

interface FormMenuProps {
  forms: readonly string[];
  isDisabled: boolean;
  onChoose: (form: string) => void;
}

/** The forms to export in: one stop for Tab, arrows within (WAI-ARIA, menu). */
export function FormMenu({ forms, isDisabled, onChoose }: FormMenuProps) {
  const [current, setCurrent] = useState(0);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();

  function move(event: KeyboardEvent) {
    const last = forms.length - 1;
    const next = {
      ArrowDown: current === last ? 0 : current + 1,
      ArrowUp: current === 0 ? last : current - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]')[next]?.focus();
  }

  return (
    <div ref={menu} role="menu" tabIndex={-1} aria-label={bookWords.forms} onKeyDown={move}>
      {forms.map((form, index) => (
        <div key={form} role="none" className="export-form">
          <button
            type="button"
            role="menuitem"
            tabIndex={index === current ? 0 : -1}
            data-first={index === current || undefined}
            aria-describedby={`${id}${index}`}
            aria-disabled={isDisabled}
            onFocus={() => setCurrent(index)}
            onClick={() => !isDisabled && onChoose(form)}
          >
            {form}
          </button>
          <span id={`${id}${index}`}>{bookWords.formNotes[form]}</span>
        </div>
      ))}
    </div>
  );
}
