import { type Database, type Facts, type RemovalNote, writeFact } from './openDatabase.ts';

/** The fact within a transaction that may write it. */
interface FactStore {
  get(name: keyof Facts): Promise<unknown>;
  put(value: unknown, name: keyof Facts): Promise<unknown>;
}

const EMPTY: RemovalNote = { addresses: [], isAll: false, wanted: [] };

/** Returns the note; an empty one where nothing is on its way out. */
export async function readNote(facts: Pick<FactStore, 'get'>): Promise<RemovalNote> {
  return ((await facts.get('removals')) as RemovalNote | undefined) ?? EMPTY;
}

/** Notes copies whose records are removed in the same transaction. */
export async function noteRemoved(facts: FactStore, addresses: readonly string[]): Promise<void> {
  if (addresses.length === 0) return;
  const note = await readNote(facts);
  const next = {
    ...note,
    addresses: [...new Set([...note.addresses, ...addresses])],
    wanted: without(note.wanted, addresses),
  };
  await facts.put(next, 'removals');
}

/** Notes that all copies are on their way out. */
export async function noteAllRemoved(facts: FactStore): Promise<void> {
  await facts.put({ ...(await readNote(facts)), isAll: true, wanted: [] }, 'removals');
}

/** Notes that copies have gone, or that they are wanted again. */
export async function noteWanted(facts: FactStore, addresses: readonly string[]): Promise<void> {
  const note = await readNote(facts);
  const next = {
    ...note,
    addresses: without(note.addresses, addresses),
    wanted: note.isAll ? [...new Set([...note.wanted, ...addresses])] : [],
  };
  const isSame =
    next.addresses.length === note.addresses.length && next.wanted.length === note.wanted.length;
  if (!isSame) await facts.put(next, 'removals');
}

/** Does the same in a transaction of its own. Where there is no room for the note the next start sees to it. */
export async function forgetRemoved(
  database: Database,
  addresses: readonly string[],
): Promise<void> {
  const { store, done } = database.transaction('facts', 'readwrite');
  await Promise.all([noteWanted(store, addresses), done]).catch(() => undefined);
}

/** Notes that a removal of all has come to its end; what was removed one by one stays noted. */
export async function forgetAllRemoved(database: Database): Promise<void> {
  const { store, done } = database.transaction('facts', 'readwrite');
  const end = async () => {
    const note = await readNote(store);
    await store.put({ ...note, isAll: false, wanted: [] }, 'removals');
  };
  await Promise.all([end(), done]).catch(() => undefined);
}

/** Notes that nothing is on its way out. */
export async function clearNote(database: Database): Promise<void> {
  await writeFact(database, 'removals', EMPTY).catch(() => undefined);
}

/** Whether a copy that nothing names is on its way out. */
export function buildIsRemoved({
  addresses,
  isAll,
  wanted,
}: RemovalNote): (address: string) => boolean {
  const named = new Set(isAll ? wanted : addresses);
  return (address) => named.has(address) !== isAll;
}

function without(list: readonly string[], addresses: readonly string[]): readonly string[] {
  if (list.length === 0) return list;
  const gone = new Set(addresses);
  return list.filter((each) => !gone.has(each));
}
