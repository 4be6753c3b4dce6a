import type { ArticleSummary } from '../../model/Article.ts';
import type { Category } from '../../model/Catalogue.ts';
import type { Copies } from '../copies/copies.ts';
import type { SavedGroup } from '../copies/groupSaved.ts';
import type { SavedRecord, SavedSummary, SaveReason } from '../copies/SavedRecord.ts';
import type { CheckResult } from './checkCopies.ts';

/** The worker, as the page sees it. */
export interface AppWorker {
  /** Asks the host for a new version. Gives whether the host answered. */
  lookForUpdate(): Promise<boolean>;
  /** Lets the new version take over and loads this page anew, once. */
  update(): void;
}

/** What can be done about saved articles. Comes after the first paint. */
export interface OfflineEngine {
  worker: AppWorker;
  copies: Copies;
  /** Saves articles, without a word. */
  save(summaries: readonly SavedSummary[], reason: SaveReason): Promise<void>;
  /** Saves articles that the reader has chosen. `count`: how many of them are to be saved. */
  saveFound(summaries: readonly SavedSummary[], count: number): Promise<void>;
  /** Saves all articles of a category, and its list. `count`: how many are to be saved. Throws ArchiveError. */
  saveCategory(category: Category, count: number): Promise<void>;
  /** Reads the summaries of a category, for an estimate. Throws ArchiveError. */
  readCategory(category: Category): AsyncIterable<ArticleSummary[]>;
  /** Tries again what is missing of an article, of all without `id`. */
  repair(id?: string): Promise<void>;
  /**
   * Looks for a saved article's copies, fetches what is gone, else takes over what is new at the host's. Gives
   * whether something was.
   */
  renew(id: string): Promise<boolean>;
  /** Notes that the reader has seen that an article has changed. */
  settleUpdate(id: string): Promise<void>;
  /** Looks at all copies. Gives nothing where the database was closed meanwhile. */
  check(onProgress: (done: number, all: number) => void): Promise<CheckResult | undefined>;
  /** Removes copies; with `reason` only those that are kept for no other reason. */
  remove(ids: readonly string[], reason?: SaveReason): Promise<void>;
  removeAll(): Promise<void>;
  /**
   * Saves an article that has another id now, if it was saved under `from`. Says whether it was; the old copy stays.
   */
  beginMove(from: string, summary: SavedSummary): Promise<boolean>;
  /** Removes the copy under the former id. */
  endMove(from: string, to: string): Promise<void>;
  /** Returns what is known of a saved article. */
  readSummary(id: string): Promise<SavedSummary | undefined>;
  /** Reads a saved article's text, without asking the host. */
  readCopy(id: string): Promise<string | undefined>;
  readRecords(): Promise<SavedRecord[]>;
  /** Reads all records as they are now, by category. */
  readGroups(): Promise<SavedGroup[]>;
  pause(): void;
  resume(): void;
  /** Gives up what is not saved yet. */
  cancel(): Promise<void>;
  /** Begins what an earlier page left unfinished. `records`: as the sweep gave them. */
  start(records: readonly SavedRecord[]): Promise<void>;
}
