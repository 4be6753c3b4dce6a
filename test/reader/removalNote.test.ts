/** What is noted as removed, and what comes to be wanted again before it has gone. */
import { expect, test } from 'vitest';
import {
  buildIsRemoved,
  noteAllRemoved,
  noteRemoved,
  noteWanted,
  readNote,
} from '../../src/reader/copies/removalNote.ts';

/** A store of facts, and which of four copies are on their way out by it. */
function createFacts() {
  const facts = new Map<string, unknown>();
  const store = {
    get: async (name: string) => facts.get(name),
    put: async (value: unknown, name: string) => facts.set(name, value),
  };
  const listRemoved = async () =>
    ['a', 'b', 'c', 'd'].filter(buildIsRemoved(await readNote(store))).join('');
  return { store, listRemoved };
}

test('nothing is removed where nothing is noted', async () => {
  expect(await createFacts().listRemoved()).toBe('');
});

test('what is wanted again is not removed any more, until it is removed again', async () => {
  const { store, listRemoved } = createFacts();
  await noteRemoved(store, ['a', 'b']);
  await noteRemoved(store, ['b', 'c']);
  expect(await listRemoved()).toBe('abc');
  await noteWanted(store, ['b', 'd']);
  expect(await listRemoved()).toBe('ac');
  await noteRemoved(store, ['b']);
  expect(await listRemoved()).toBe('abc');
});

test('of all that is removed, what is wanted since then stays, until it is removed again', async () => {
  const { store, listRemoved } = createFacts();
  await noteRemoved(store, ['a']);
  await noteAllRemoved(store);
  expect(await listRemoved()).toBe('abcd');
  await noteWanted(store, ['a', 'c']);
  expect(await listRemoved()).toBe('bd');
  await noteRemoved(store, ['c']);
  expect(await listRemoved()).toBe('bcd');
  await noteAllRemoved(store);
  expect(await listRemoved()).toBe('abcd');
});
