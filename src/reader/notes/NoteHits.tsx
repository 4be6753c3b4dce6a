import { navigate } from 'wouter/use-browser-location';
import { isPlainPress } from '../routing/RouteLink.tsx';
import { buildHref } from '../routing/routes.ts';
import { formatCount } from '../ui/formatCount.ts';
import { noteWords } from '../words/noteWords.ts';
import { filterNotes } from './groupNotes.ts';
import { useNotes } from './useNotes.ts';

/** Says how many notes hold what was searched for in the articles, and leads to them; nothing where none does. */
export function NoteHits({ question }: { question: string }) {
  const count = filterNotes(useNotes() ?? [], question).length;
  if (question.trim() === '' || count === 0) return null;
  const href = `${buildHref({ name: 'notes' })}?${new URLSearchParams({ q: question })}`;
  return (
    <p className="mt-2 text-[13px]">
      <a
        href={href}
        className="text-seal underline"
        onClick={(event) => {
          if (!isPlainPress(event)) return;
          event.preventDefault();
          navigate(href);
        }}
      >
        {noteWords.inSearch(formatCount(count))}
      </a>
    </p>
  );
}
