// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Catalogue } from '../../src/model/Catalogue.ts';
import type { Copies } from '../../src/reader/copies/copies.ts';
import type { SavedListRecord } from '../../src/reader/copies/openDatabase.ts';
import { rebuildLists } from '../../src/reader/copies/rebuildRecords.ts';
import { buildKeptAddress } from '../../src/reader/data/keptFiles.ts';
import { buildArchive } from './setUpReader.tsx';

const catalogue = buildArchive('示例', 2, 0)['archive/catalogue.json'] as Catalogue;
const { list, path } = catalogue.root;
const pages = [1, 2].map((page) => buildKeptAddress(`archive/lists/${list}/${page}.json`));
const pinned: SavedListRecord = { path, list, addresses: pages, isPending: false };

/** Copies of which lists stand in the database; what is written and deleted is noted. */
function buildCopies(standing: SavedListRecord[], hasRoom = true) {
  const put: unknown[] = [];
  const deleted: string[] = [];
  const copies = {
    database: {
      getAll: async () => standing,
      put: async (_store: string, record: unknown) => {
        if (!hasRoom) throw new DOMException('full', 'QuotaExceededError');
        put.push(record);
      },
    },
    cache: { delete: async (address: string) => deleted.push(address) },
    alone: <T>(work: () => Promise<T>) => work(),
  };
  return { put, deleted, copies: copies as unknown as Copies };
}

test('the pages of a list without a record get one', async () => {
  const { put, deleted, copies } = buildCopies([]);
  await rebuildLists(copies, pages, catalogue);
  expect(put).toEqual([pinned]);
  expect(deleted).toEqual([]);
});

test('on a full disk the pages stay for the next start', async () => {
  const { deleted, copies } = buildCopies([], false);
  await rebuildLists(copies, pages, catalogue);
  expect(deleted).toEqual([]);
});

test('a list that was saved again meanwhile keeps its pages; one that it does not name goes', async () => {
  const { put, deleted, copies } = buildCopies([{ ...pinned, addresses: pages.slice(0, 1) }]);
  await rebuildLists(copies, pages, catalogue);
  expect(put).toEqual([]);
  expect(deleted).toEqual(pages.slice(1));
});

test('a list that the archive has no more goes', async () => {
  const { put, deleted, copies } = buildCopies([]);
  const gone = buildKeptAddress('archive/lists/former/1.json');
  await rebuildLists(copies, [gone], catalogue);
  expect(put).toEqual([]);
  expect(deleted).toEqual([gone]);
});
