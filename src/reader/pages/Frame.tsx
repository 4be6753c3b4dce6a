import { type ReactNode, useRef } from 'react';
import type { Category } from '../../model/Catalogue.ts';
import { StorageNotice } from '../bookmarks/StorageNotice.tsx';
import { SweepNotice } from '../browse/SweepNotice.tsx';
import { CategoryTreePlace } from '../navigation/CategoryTreePlace.tsx';
import { MainNavigation } from '../navigation/MainNavigation.tsx';
import { OfflineNotices } from '../offline/OfflineNotices.tsx';
import type { ListPlace } from '../routing/ArticleOrigin.ts';
import { Brand } from '../site/Brand.tsx';
import { SiteFooter } from '../site/SiteFooter.tsx';
import type { Layout } from '../ui/useLayout.ts';
import { useReturningFocus } from '../ui/useReturningFocus.ts';
import { UndoNotice } from '../undo/UndoNotice.tsx';
import { words } from '../words/words.ts';
import { CategorySheet } from './CategorySheet.tsx';
import { NewContent } from './NewContent.tsx';

interface FrameProps {
  layout: Layout;
  /** The category tree, once it is here. */
  root: Category | undefined;
  /** The list on screen, or that the article on screen is of. */
  list: ListPlace | undefined;
  /** The page is 离线与存储 or 笔记. */
  page?: 'offline' | 'notes' | undefined;
  children: ReactNode;
}

/** What stands around every page: the site's name and the navigation, in the shape that the layout has room for. */
export function Frame({ layout, root, list, page, children }: FrameProps) {
  const main = useRef<HTMLElement>(null);
  const notices = useRef<HTMLDivElement>(null);
  useReturningFocus(notices);
  const category = list?.kind === 'category' ? list.path : undefined;
  const ownList = list?.kind === 'category' || list?.kind === 'tag' ? undefined : list?.kind;
  const listName = category === '' ? 'all' : ownList;
  const current = page ?? listName;
  const shape = layout === 'three' ? 'sidebar' : layout === 'two' ? 'rail' : 'bar';

  return (
    <div className="frame">
      <button type="button" className="skip" onClick={() => focusContent(main.current)}>
        {words.skipToContent}
      </button>
      <header className={shape}>
        {shape !== 'bar' && <Brand isNamed={shape === 'sidebar'} />}
        <MainNavigation shape={shape} current={current} articleCount={root?.count}>
          {shape !== 'bar' && shape !== 'rail' ? null : (
            <CategorySheet root={root} current={category} />
          )}
        </MainNavigation>
        {shape === 'sidebar' && root && <CategoryTreePlace root={root} current={category} />}
        <SiteFooter within={['three']} />
      </header>
      <main ref={main} tabIndex={-1} className="panes">
        {children}
      </main>
      <div ref={notices} className="notices">
        <UndoNotice />
        <SweepNotice category={category} />
        <StorageNotice />
        <OfflineNotices />
        <NewContent />
      </div>
    </div>
  );
}

/** To the page's heading, else to the page. */
function focusContent(main: HTMLElement | null): void {
  (main?.querySelector('h1') ?? main)?.focus();
}
