/** What stands under a bookmark's key in localStorage. */
export type KeyState =
  | 'bookmark'
  | 'removed'
  /**
   * A removal that the mirror's bookmark was made after: a browser that is killed has written the database to the
   * disk, and not yet localStorage.
   */
  | 'outdated-removal'
  | 'missing'
  | 'damaged'
  | 'later-version'
  /** Under the old key that all sites of the host shared, and not known to be this one's yet. */
  | 'undecided';

/** Why a saved article is kept, by its record; `none` where there is no record. */
export type RecordState = 'bookmark' | 'list' | 'none';

/**
 * Where one article stands: its bookmark's key, the mirror of the bookmarks, the record of its saved copy, the
 * cache.
 */
export interface KeptState {
  key: KeyState;
  /** The mirror holds a sound bookmark. */
  mirror: boolean;
  record: RecordState;
  /** The cache holds a sound text. */
  copy: boolean;
}

/** What makes the stores agree. */
export type Deed =
  /** Write the bookmark, of the mirror, else of the record, under its key; a damaged text is set aside. */
  | 'restore-key'
  /** Write the bookmark into the mirror where that holds another one or none. */
  | 'write-mirror'
  | 'drop-mirror'
  /** Save the article because it is bookmarked, where the reader wants that. */
  | 'save-copy'
  /** The copy goes, unless it is kept for another reason. */
  | 'release-copy'
  /**
   * Write the record anew out of the copy (`rebuildRecords.ts`), as long as it is not noted that the reader removed
   * it.
   */
  | 'rebuild-record'
  /** Say in the record that the browser has thrown the copy out (`sweepCopies.ts`). */
  | 'mark-evicted';

/** A row of a table: what stands there, and what is done. */
interface Case {
  fields: [name: string, value: unknown][];
  deeds: readonly Deed[];
}

/**
 * All that can stand for a bookmark, and what is done; of several rows that fit, the first counts, an absent field
 * fits all. Only `removed`, the reader's own word, lets anything go: a key that is missing, damaged or of a later
 * version never does.
 */
const BOOKMARK_CASES = buildCases([
  { key: 'removed', record: 'bookmark', deeds: ['drop-mirror', 'release-copy'] },
  { key: 'removed', deeds: ['drop-mirror'] },
  { key: 'later-version', deeds: [] },
  { key: 'undecided', deeds: [] },
  { key: 'bookmark', record: 'bookmark', deeds: ['write-mirror'] },
  { key: 'bookmark', deeds: ['write-mirror', 'save-copy'] },
  // The key is missing, damaged or outdated.
  { mirror: true, deeds: ['restore-key'] },
  { record: 'bookmark', deeds: ['restore-key'] },
  { deeds: [] },
]);

/** The same for record and cache, whatever is bookmarked. */
const COPY_CASES = buildCases([
  { record: 'none', copy: true, deeds: ['rebuild-record'] },
  { record: 'none', copy: false, deeds: [] },
  { copy: false, deeds: ['mark-evicted'] },
  { deeds: [] },
]);

/** Returns what is to be done about one article. After a restored key it is asked again. */
export function decideKept(state: KeptState): readonly Deed[] {
  return [...decideBookmark(state), ...(findCase(COPY_CASES, state)?.deeds ?? [])];
}

/** Returns what is to be done about its bookmark, and what follows from that; the cache is not asked. */
export function decideBookmark(state: Omit<KeptState, 'copy'>): readonly Deed[] {
  return findCase(BOOKMARK_CASES, state)?.deeds ?? [];
}

function findCase(cases: readonly Case[], state: Partial<KeptState>): Case | undefined {
  return cases.find(({ fields }) =>
    fields.every(([name, value]) => state[name as keyof KeptState] === value),
  );
}

/** Takes the rows apart once: a start asks for each of 20,000 saved articles. */
function buildCases(rows: readonly (Partial<KeptState> & Pick<Case, 'deeds'>)[]): Case[] {
  return rows.map(({ deeds, ...fields }) => ({ fields: Object.entries(fields), deeds }));
}
