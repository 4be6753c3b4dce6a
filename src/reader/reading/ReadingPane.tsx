import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import { isMissing } from '../../model/ArchiveError.ts';
import { BookmarkButton } from '../bookmarks/BookmarkButton.tsx';
import { takeDrawnScroll } from '../data/pageFacts.ts';
import { useSavedState } from '../offline/useOffline.ts';
import { useRenewal } from '../offline/useRenewal.ts';
import { useVisit } from '../read-state/useVisit.ts';
import { SettingsButton } from '../settings/SettingsButton.tsx';
import { TakenDownNotice } from '../site/TakenDownNotice.tsx';
import { useTakenDown } from '../site/useSite.ts';
import { Failed } from '../ui/Failed.tsx';
import { useDocumentTitle } from '../ui/useDocumentTitle.ts';
import { words } from '../words/words.ts';
import { HeadSkeleton } from './ArticleSkeleton.tsx';
import { absenceViewQuery } from './absenceViewQuery.ts';
import { BackButton } from './BackButton.tsx';
import { OpenArticleView } from './OpenArticleView.tsx';
import { readingViewQuery } from './readingViewQuery.ts';
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
  // Where the reader was before the app took the drawn page's place.
  useLayoutEffect(() => {
    const top = takeDrawnScroll(open.id);
    if (top && scroller.current) scroller.current.scrollTop = top;
  }, [open.id]);
  const view = useQuery(readingViewQuery).data;
  useVisit(query.data);
  const updatedAt = useRenewal(query.data);
  const reason = useTakenDown(open.id);
  const isTold = reason !== undefined;
  // Whatever kept the text away: without a copy of it there is only the owner's word.
  const isTakenDown = isTold && query.isError;
  // An article that the list holds is not uploaded yet, and not gone.
  const isGone = isMissing(query.error) && !open.isListed;
  const isAbsent = isTakenDown || isGone;
  const savedState = useSavedState(open.id);
  const isSaved = !isTold && savedState !== undefined;
  const absence = useQuery({ ...absenceViewQuery, enabled: isAbsent || isSaved });
  const { MissingArticle, Departure, TakenDownArticle } = absence.data ?? {};
  const substitute = isTakenDown ? words.takenDown : isGone ? words.missingArticle : undefined;
  useDocumentTitle(isTakenDown ? substitute : (known?.title ?? substitute));

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
          {isSaved && Departure && <Departure open={open} place="bar" />}
          {query.data && view && <view.BarTools article={query.data} scroller={scroller} />}
          {view && <view.SaveStatus id={open.id} />}
          {query.data && view && (
            <>
              <view.ListenButton
                button={listenButton}
                isOn={isListening}
                onTurn={() => setListening(!isListening)}
              />
              <view.TakeButton article={query.data} />
              <view.TagButton id={open.id} />
              <view.LaterButton article={query.data} />
            </>
          )}
          {query.data && <BookmarkButton article={query.data} />}
          {/* Outermost: what comes with the article must not push away what is there. */}
          <SettingsButton />
        </div>
        {query.data && view && <view.ReadingProgress scroller={scroller} />}
        {view && <view.SwipeTurns scroller={scroller} />}
      </div>
      {!isTold && view && <view.SaveTrouble id={open.id} />}
      {isTold && query.data && <TakenDownNotice reason={reason} />}
      {!isAbsent && <OpenArticleView open={open} updatedAt={updatedAt} />}
      {isAbsent && absence.isPending && (
        <article className="article" aria-busy="true">
          <HeadSkeleton />
        </article>
      )}
      {isTakenDown && TakenDownArticle && <TakenDownArticle id={open.id} reason={reason} />}
      {isGone && !isTold && MissingArticle && <MissingArticle open={open} />}
      {isAbsent && absence.isError && (
        <Failed
          what={words.viewFailed}
          why={words.because.network}
          onRetry={() => window.location.reload()}
        />
      )}
      {isSaved && Departure && <Departure open={open} place="foot" />}
      {isListening && query.data && view && <view.ListenTools onClose={stopListening} />}
    </section>
  );
}
