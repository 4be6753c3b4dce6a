import type { ReactNode } from 'react';
import type { Article } from '../../model/Article.ts';
import { BookmarkButton } from '../bookmarks/BookmarkButton.tsx';
import { TakeButton } from '../export/TakeButton.tsx';
import { BackButton } from '../reading/BackButton.tsx';
import { SettingsButton } from '../settings/SettingsButton.tsx';
import { words } from '../words/words.ts';

interface DrawnFrameProps {
  /** Its category is the list that one goes back to. */
  article: Article;
  children: ReactNode;
}

/**
 * What stands around an article before the app is there, as `Frame` and `ReadingPane` draw it. Navigation and list
 * have their places and nothing in them (`drawn.css`): each of thousands of pages would carry them.
 */
export function DrawnFrame({ article, children }: DrawnFrameProps) {
  return (
    <div className="frame is-drawn">
      <main className="panes">
        <div className="list-pane" />
        <section className="reading-pane" aria-label={words.reading}>
          <div className="reading-bar">
            <div className="flex h-13 items-center px-2 sm:px-4">
              <BackButton list={{ kind: 'category', path: article.category }} steps={undefined} />
              <span className="flex-1" />
              <TakeButton article={article} />
              <BookmarkButton article={article} />
              <SettingsButton />
            </div>
            <div aria-hidden="true" className="h-0.5" />
          </div>
          {children}
        </section>
      </main>
    </div>
  );
}
