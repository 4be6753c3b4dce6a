import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { OpenArticle } from '../reading/useOpenArticle.ts';
import { partQuery } from '../ui/partQuery.ts';

const shortcutsQuery = partQuery(
  'shortcuts',
  async () => (await import('./Shortcuts.tsx')).Shortcuts,
);

/**
 * The place of the shortcuts. Their script comes with the first key, so that a phone never asks for it; what is pressed
 * until then is pressed again when it is there.
 */
export function ShortcutsPlace({ open }: { open: OpenArticle | undefined }) {
  const early = useRef<KeyboardEvent[]>([]);
  const [isAsked, setAsked] = useState(false);
  const { data: Shortcuts } = useQuery({ ...shortcutsQuery, enabled: isAsked });

  useEffect(() => {
    if (Shortcuts) {
      // They listen by now: a component's effects run before those of the one around it.
      for (const event of early.current.splice(0))
        event.target?.dispatchEvent(new KeyboardEvent(event.type, event));
      return;
    }
    function note(event: KeyboardEvent) {
      const isPalette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      // Others know the other keys, Space among them: what they have done is not to be done again.
      if (event.defaultPrevented || !/^[a-z?]$/i.test(event.key)) return;
      if (isPalette) event.preventDefault();
      early.current.push(event);
      setAsked(true);
    }
    window.addEventListener('keydown', note);
    return () => window.removeEventListener('keydown', note);
  }, [Shortcuts]);

  return Shortcuts && <Shortcuts open={open} />;
}
