/** Each combination of the stores, and what is done about it: only the reader's own removal lets anything go. */
import { describe, expect, it } from 'vitest';
import {
  type Deed,
  decideKept,
  type KeptState,
  type KeyState,
  type RecordState,
} from '../../src/reader/copies/decideKept.ts';

const KEYS: KeyState[] = [
  'bookmark',
  'removed',
  'outdated-removal',
  'missing',
  'damaged',
  'later-version',
  'undecided',
];
const RECORDS: RecordState[] = ['bookmark', 'list', 'none'];

/** The whole table of bookmarks, as one reads it: key, mirror (+ or -), record. */
const TABLE: Record<string, Deed[]> = {
  'bookmark + bookmark': ['write-mirror'],
  'bookmark + list': ['write-mirror', 'save-copy'],
  'bookmark + none': ['write-mirror', 'save-copy'],
  'bookmark - bookmark': ['write-mirror'],
  'bookmark - list': ['write-mirror', 'save-copy'],
  'bookmark - none': ['write-mirror', 'save-copy'],
  'removed + bookmark': ['drop-mirror', 'release-copy'],
  'removed + list': ['drop-mirror'],
  'removed + none': ['drop-mirror'],
  'removed - bookmark': ['drop-mirror', 'release-copy'],
  'removed - list': ['drop-mirror'],
  'removed - none': ['drop-mirror'],
  'outdated-removal + bookmark': ['restore-key'],
  'outdated-removal + list': ['restore-key'],
  'outdated-removal + none': ['restore-key'],
  // There is none without a mirror that tells of it.
  'outdated-removal - bookmark': ['restore-key'],
  'outdated-removal - list': [],
  'outdated-removal - none': [],
  'missing + bookmark': ['restore-key'],
  'missing + list': ['restore-key'],
  'missing + none': ['restore-key'],
  'missing - bookmark': ['restore-key'],
  'missing - list': [],
  'missing - none': [],
  'damaged + bookmark': ['restore-key'],
  'damaged + list': ['restore-key'],
  'damaged + none': ['restore-key'],
  'damaged - bookmark': ['restore-key'],
  'damaged - list': [],
  'damaged - none': [],
  'later-version + bookmark': [],
  'later-version + list': [],
  'later-version + none': [],
  'later-version - bookmark': [],
  'later-version - list': [],
  'later-version - none': [],
  'undecided + bookmark': [],
  'undecided + list': [],
  'undecided + none': [],
  'undecided - bookmark': [],
  'undecided - list': [],
  'undecided - none': [],
};

/** What follows from record and cache (+ or -), whatever is bookmarked. */
const COPIES: Record<string, Deed[]> = {
  'bookmark +': [],
  'bookmark -': ['mark-evicted'],
  'list +': [],
  'list -': ['mark-evicted'],
  'none +': ['rebuild-record'],
  'none -': [],
};

const states = KEYS.flatMap((key) =>
  [true, false].flatMap((mirror) =>
    RECORDS.flatMap((record) =>
      [true, false].map((copy): KeptState => ({ key, mirror, record, copy })),
    ),
  ),
);
const nameCopy = ({ record, copy }: KeptState) => `${record} ${copy ? '+' : '-'}`;
const nameState = ({ key, mirror, record }: KeptState) => `${key} ${mirror ? '+' : '-'} ${record}`;

describe('the table of cases', () => {
  it('is whole', () => {
    expect([...new Set(states.map(nameState))]).toEqual(Object.keys(TABLE));
    expect(new Set(states.map(nameCopy))).toEqual(new Set(Object.keys(COPIES)));
  });

  it.each(states.map((state) => [nameState(state), nameCopy(state), state] as const))(
    '%s, copy of %s',
    (name, copy, state) => {
      expect(decideKept(state)).toEqual([...(TABLE[name] ?? []), ...(COPIES[copy] ?? [])]);
    },
  );

  it('lets go of nothing without the reader’s word', () => {
    const losing = states.filter((state) =>
      decideKept(state).some((deed) => deed === 'drop-mirror' || deed === 'release-copy'),
    );
    expect(new Set(losing.map(({ key }) => key))).toEqual(new Set(['removed']));
  });
});
