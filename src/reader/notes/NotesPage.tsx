import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { Note } from '../../model/Note.ts';
import { clearArrival, peekArrival } from '../routing/arrival.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { buildHref } from '../routing/routes.ts';
import { useAddressQuery } from '../routing/useAddress.ts';
import { useArrivalFocus } from '../routing/useArrivalFocus.ts';
import { SiteFooter } from '../site/SiteFooter.tsx';
import { formatCount } from '../ui/formatCount.ts';
import { noteWords } from '../words/noteWords.ts';
import '../settings/settings.css';
import './notes.css';
import { copyNote } from './copyNote.ts';
import { filterNotes, type Grouping, groupNotes, limitGroups } from './groupNotes.ts';
import { NoteGroups, NoteReading } from './NoteGroups.tsx';
import { NoteTroubles } from './NoteTroubles.tsx';
import { OpenedNoteSheet } from './OpenedNoteSheet.tsx';
import { useNotes } from './useNotes.ts';

/** So many notes are shown at first, and more each time they are asked for. */
const STEP = 200;
const GROUPINGS = Object.keys(noteWords.groups) as Grouping[];

/** How far the page was scrolled when it was left, in pixels, and how many notes it showed. */
let left = { top: 0, most: STEP };

/**
 * The page of all notes: by date, article, colour or tag, or as a text; searched; each leads to its passage.
 * `action`: what else can be done with them.
 */
export function NotesPage({ action }: { action?: ReactNode }) {
  const page = useRef<HTMLDivElement>(null);
  const heading = useArrivalFocus();
  const [isBack] = useState(() => peekArrival() === 'history');
  const [most, setMost] = useState(isBack ? left.most : STEP);
  const { by, question } = parseAsked(useAddressQuery());
  const notes = useNotes();
  const isHere = notes !== undefined;

  useLayoutEffect(() => {
    if (isHere && isBack && page.current) page.current.scrollTop = left.top;
  }, [isHere, isBack]);

  function ask(change: { by?: Grouping; question?: string }) {
    const next = { by, question, ...change };
    const query = new URLSearchParams({ by: next.by, q: next.question });
    navigate(`${buildHref({ name: 'notes' })}?${query}`, { replace: true });
    // Who asks here has the focus here.
    clearArrival();
    setMost(STEP);
  }

  return (
    <div
      ref={page}
      className="notes-page"
      onScroll={({ currentTarget }) => {
        left = { top: currentTarget.scrollTop, most };
      }}
    >
      <div>
        <div className="notes-head">
          <h1 ref={heading} tabIndex={-1}>
            {noteWords.notes}
          </h1>
          {notes && notes.length > 0 && action}
        </div>
        <NoteTroubles />
        {notes && notes.length > 0 && (
          <>
            <NoteTools by={by} question={question} onAsk={ask} />
            <NoteResult
              notes={notes}
              by={by}
              question={question}
              most={most}
              onMore={() => setMost(most + STEP)}
            />
            <OpenedNoteSheet notes={notes} copies={{ copyNote }} />
          </>
        )}
        {notes?.length === 0 && (
          <div className="empty">
            <p>{noteWords.empty}</p>
            <RouteLink to={{ name: 'list', category: '' }} className="button mt-3">
              {noteWords.emptyHint}
            </RouteLink>
          </div>
        )}
        <SiteFooter within={['one', 'two']} />
      </div>
    </div>
  );
}

interface NoteToolsProps {
  by: Grouping;
  question: string;
  onAsk: (change: { by?: Grouping; question?: string }) => void;
}

function NoteTools({ by, question, onAsk }: NoteToolsProps) {
  return (
    <div className="notes-tools">
      <input
        type="search"
        className="note-field"
        aria-label={noteWords.searchNotes}
        placeholder={noteWords.searchNotes}
        value={question}
        onChange={({ target }) => onAsk({ question: target.value })}
      />
      <fieldset className="choice note-groups">
        <legend className="sr-only">{noteWords.groupBy}</legend>
        <div>
          {GROUPINGS.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="note-groups"
                checked={each === by}
                onChange={() => onAsk({ by: each })}
              />
              <span>{noteWords.groups[each]}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

interface NoteResultProps {
  notes: readonly Note[];
  by: Grouping;
  question: string;
  most: number;
  onMore: () => void;
}

function NoteResult({ notes, by, question, most, onMore }: NoteResultProps) {
  const found = filterNotes(notes, question);
  const { shown, left: hidden } = limitGroups(groupNotes(found, by), most);
  const [all, some] = [formatCount(notes.length), formatCount(found.length)];
  const Shown = by === 'reading' ? NoteReading : NoteGroups;
  return (
    <>
      <p role="status" className="mt-3 text-[13px] text-soft tabular-nums">
        {question.trim() === '' ? noteWords.noteCount(all) : noteWords.foundCount(some, all)}
      </p>
      {found.length === 0 ? (
        <p className="mt-6 text-soft">{noteWords.nothingFound}</p>
      ) : (
        <Shown groups={shown} />
      )}
      {hidden > 0 && (
        <button type="button" className="button mt-6" onClick={onMore}>
          {noteWords.more(formatCount(Math.min(STEP, hidden)))}
        </button>
      )}
    </>
  );
}

function parseAsked(search: string): { by: Grouping; question: string } {
  const asked = new URLSearchParams(search);
  const by = asked.get('by') as Grouping;
  return { by: GROUPINGS.includes(by) ? by : 'date', question: asked.get('q') ?? '' };
}
