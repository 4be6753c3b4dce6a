import { useRef, useState } from 'react';
import { ReadingProgress } from '../article/ReadingProgress.tsx';
import { useSwipe } from '../article/useSwipe.ts';
import { BookmarkButton } from '../bookmarks/BookmarkButton.tsx';
import { isMissing } from '../data/ArchiveError.ts';
import { pressControl } from '../keyboard/shortcuts.ts';
import { useVisit } from '../marks/useVisit.ts';
import { SaveStatus, SaveTrouble } from '../offline/SaveStatus.tsx';
import { SettingsButton } from '../settings/SettingsButton.tsx';
import { useDocumentTitle } from '../ui/useDocumentTitle.ts';
import { words } from '../ui/words.ts';
import { BackButton } from './BackButton.tsx';
import { ListenButton } from './ListenButton.tsx';
import { ListenTools } from './ListenTools.tsx';
import { MissingArticle } from './MissingArticle.tsx';
import { OpenArticleView } from './OpenArticleView.tsx';
import { TakeButton } from './TakeButton.tsx';
import type { OpenArticle } from './useOpenArticle.ts';

interface ReadingPaneProps {
  open: OpenArticle;
  /** The list is not beside it, so there must be a way back to it. */
  isAlone: boolean;
}

/** The pane of the article, with what one can do to it above. */
export function ReadingPane({ open, isAlone }: ReadingPaneProps) {
  const scroller = useRef<HTMLElement>(null);
  const listenButton = useRef<HTMLButtonElement>(null);
  const [isListening, setListening] = useState(false);
  const { query, known } = open;
  useVisit(query.data);
  useSwipe(scroller, followSwipe);
  const isGone = isMissing(query.error);
  useDocumentTitle(known?.title ?? (isGone ? words.missingArticle : undefined));

  function stopListening() {
    setListening(false);
    // The bar's own button goes with the bar.
    listenButton.current?.focus();
  }

  return (
    <section ref={scroller} className="reading-pane" aria-label={words.reading}>
      <div className="reading-bar">
        <div className="flex h-13 items-center px-2 sm:px-4">
          {isAlone && <BackButton list={open.list} steps={open.steps} />}
          <span className="flex-1" />
          <SaveStatus id={open.id} />
          {query.data && (
            <ListenButton
              button={listenButton}
              isOn={isListening}
              onTurn={() => setListening(!isListening)}
            />
          )}
          {query.data && <TakeButton article={query.data} />}
          {query.data && <BookmarkButton article={query.data} />}
          {/* Outermost: what comes with the article must not push away what is there. */}
          <SettingsButton />
        </div>
        {query.data && <ReadingProgress scroller={scroller} />}
      </div>
      <SaveTrouble id={open.id} />
      {isGone ? <MissingArticle id={open.id} /> : <OpenArticleView open={open} />}
      {isListening && query.data && <ListenTools onClose={stopListening} />}
    </section>
  );
}

function followSwipe(step: 1 | -1): void {
  pressControl(step === 1 ? 'j' : 'k');
}
