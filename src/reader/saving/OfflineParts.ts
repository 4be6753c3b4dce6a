import type { QueryClient } from '@tanstack/react-query';
import type { ArticleSummary } from '../../model/Article.ts';
import type { ArticleListInfo } from '../../model/Catalogue.ts';
import type { ListIds } from '../../model/ListIds.ts';
import type { BookmarkStore } from '../bookmarks/createBookmarkStore.ts';
import type { SavedSummary } from '../copies/SavedRecord.ts';
import type { BuildStore } from '../data/createBuildStore.ts';
import type { SettingsStore } from '../storage/createSettingsStore.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import type { OfflineStore } from './createOfflineStore.ts';

/** A row of a list, as far as a move needs it. */
export type MovedRow = SavedSummary & Pick<ArticleSummary, 'formerIds'>;

/** What offline reading works with. */
export interface OfflineParts {
  store: OfflineStore;
  client: QueryClient;
  builds: BuildStore;
  bookmarks: BookmarkStore;
  settings: SettingsStore;
  /** Where the bookmarks are kept. */
  keyValues: KeyValueStore;
  /**
   * Reads the ids of a list. Throws ArchiveError. Handed in: the bundler gives a file of its own to what the first list
   * shares with a later part, and its requests are counted.
   */
  readIds: (list: string, info: ArticleListInfo) => Promise<ListIds>;
  /** Gets rows that may name former ids: of lists saved whole that have changed, and of moves that were cut short. */
  onRows: (rows: readonly MovedRow[]) => void;
}
