// @vitest-environment jsdom
/** The articles opened last are remembered by the order of their opening, whatever the clock said. */
import { expect, it } from 'vitest';
import { createBookmarkStore, VISITS } from '../../src/reader/bookmarks/createBookmarkStore.ts';
import { createKeyValueStore } from '../../src/reader/storage/KeyValueStore.ts';
import { buildSummary } from './setUpReader.tsx';

it('keeps what is opened now, though a wrong clock has dated all others a year ahead', () => {
  let now = new Date('2027-05-05T00:00:00Z');
  const visits = createBookmarkStore(createKeyValueStore(undefined), () => now, VISITS);
  for (let n = 0; n < VISITS.most; n += 1) visits.save(buildSummary(n, '示例'));
  now = new Date('2026-05-05T00:00:00Z');
  const [first, second] = [buildSummary(900, '示例'), buildSummary(901, '示例')];
  visits.save(first);
  visits.save(second);
  const ids = visits.readAll().map(({ id }) => id);
  expect(ids).toContain(second.id);
  expect(ids).toContain(first.id);
  expect(ids).toHaveLength(VISITS.most);
});
