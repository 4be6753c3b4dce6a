// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { groupSaved } from '../../src/reader/copies/groupSaved.ts';
import { buildRecord, type SavedRecord } from '../../src/reader/copies/SavedRecord.ts';
import { buildSummary } from './setUpReader.tsx';

/** Builds a record that is no longer in the queue, with some fields. */
function buildSaved(n: number, fields: Partial<SavedRecord>): SavedRecord {
  const summary = buildSummary(n, '示例');
  const { queuedAt: _, ...record } = buildRecord(summary, 'list', `http://a.test/${n}.json`, n);
  return { ...record, text: { state: 'saved', bytes: 100 }, ...fields };
}

async function* cut(...slices: SavedRecord[][]): AsyncGenerator<SavedRecord[]> {
  yield* slices;
}

it('counts saved, waiting, without pictures, damaged and out of date apart', async () => {
  const address = 'http://a.test/p.png';
  const records = [
    buildSaved(1, {}),
    buildSaved(2, { updatedAt: '2026-01-01T00:00:00Z' }),
    buildSaved(3, { pictures: [{ address, state: 'failed', reason: 'refused', bytes: 0 }] }),
    buildSaved(4, { text: { state: 'failed', reason: 'damaged', bytes: 0 } }),
    buildSaved(5, { text: { state: 'failed', reason: 'evicted', bytes: 0 } }),
    buildSaved(6, { text: { state: 'waiting', bytes: 0 }, queuedAt: 1 }),
    buildSaved(7, { pictures: [{ address, state: 'waiting', bytes: 0 }], queuedAt: 2 }),
  ];
  const groups = await groupSaved(cut(records.slice(0, 3), records.slice(3)));
  expect(groups).toEqual([
    {
      category: '示例',
      records,
      counts: { saved: 2, waiting: 2, missing: 1, damaged: 2, updated: 1, bytes: 400 },
    },
  ]);
});

it('keeps categories apart, in the order of their paths', async () => {
  const [one, other] = [buildSaved(1, {}), buildSaved(2, {})];
  const elsewhere = { ...other, summary: { ...other.summary, category: '别处' } };
  const groups = await groupSaved(cut([one], [elsewhere], [buildSaved(3, {})]));
  expect(groups.map(({ category, counts }) => [category, counts.saved])).toEqual([
    ['别处', 1],
    ['示例', 2],
  ]);
});
