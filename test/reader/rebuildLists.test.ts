// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Catalogue } from '../../src/model/Catalogue.ts';
import type { Copies } from '../../src/reader/copies/copies.ts';
import { rebuildLists } from '../../src/reader/copies/rebuildRecords.ts';
import { buildKeptAddress } from '../../src/reader/data/keptFiles.ts';
import { buildArchive } from './setUpReader.tsx';

const catalogue = buildArchive('示例', 2, 0)['archive/catalogue.json'] as Catalogue;
const { list, path } = catalogue.root;
const page = buildKeptAddress(`archive/lists/${list}/1.json`);

/** A database that notes what is put into it, or has no room. */
function buildDatabase(hasRoom: boolean) {
  const put: unknown[] = [];
  const database = {
    put: async (_store: string, record: unknown) => {
      if (!hasRoom) throw new DOMException('full', 'QuotaExceededError');
      put.push(record);
    },
  };
  return { put, copies: { database } as unknown as Copies };
}

test('the pages of a list without a record get one', async () => {
  const { put, copies } = buildDatabase(true);
  expect(await rebuildLists(copies, [page], new Set(), catalogue)).toEqual([page]);
  expect(put).toEqual([{ path, list, addresses: [page], isPending: false }]);
});

test('on a full disk the pages stay for the next start', async () => {
  const { copies } = buildDatabase(false);
  expect(await rebuildLists(copies, [page], new Set(), catalogue)).toEqual([page]);
});
