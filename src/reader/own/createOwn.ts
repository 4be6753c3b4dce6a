import { COVERED, LAST_SWEEP } from '../read-state/sweeps.ts';
import { DAMAGED_PREFIX } from '../storage/damagedTexts.ts';
import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { SITE_KEYS } from '../storage/siteKeys.ts';
import { compareText, isAlike } from './compareText.ts';
import {
  buildItemKey,
  chooseItem,
  type Item,
  type Items,
  mergeItems,
  splitItemKey,
} from './Item.ts';
import type { Entry, Journal, JournalRecord } from './Journal.ts';
import { isItemValue, parseName } from './kinds.ts';
import { noteSweeps } from './noteSweeps.ts';
import type { Field } from './OwnKind.ts';
import { settleItems } from './settleItems.ts';
import { replayBatches, SWEEPS, writeAllCovered } from './sweepItems.ts';
import { watchTouched } from './watchTouched.ts';

/** What became of items that came from elsewhere. */
export interface Applied {
  /** Items that are now another value than before. */
  changed: number;
  /** Stored texts that the browser had no room for. */
  noRoom: number;
}

/** All that is the reader's own in small texts, as items that know when they changed last. */
export interface Own {
  /** Notes what has changed in some stored texts, by their keys, or in all. */
  note(keys?: readonly string[]): Promise<void>;
  readItems(): Promise<Map<string, Item>>;
  /** Takes items from elsewhere in: of each the newest change holds. Returns all items as they are then, too. */
  merge(items: Items): Promise<Applied & { items: Map<string, Item> }>;
}

/** What it works with. `lock`: runs work while no other tab does. */
export interface OwnParts {
  texts: KeyValueStore;
  journal: Journal;
  readClock?: () => number;
  lock?: <T>(work: () => Promise<T>) => Promise<T>;
  /** Waits before a key that is missing counts as lost. */
  lookAgain?: () => Promise<void>;
  /** Lets the page have its turn between slices of many texts. */
  rest?: () => Promise<void>;
}

/** A stored text, by its name, and the fields that it is to hold. */
type MergedText = [name: string, fields: [field: string, item: Item][]];

/** Texts that are compared or written at once: more would hold a slow phone's page up. */
const SLICE = 50;

/** Builds it over the stored texts and the journal of their changes. */
export function createOwn(parts: OwnParts): Own {
  const { texts, journal, readClock = Date.now } = parts;
  const { lock = runDirectly, lookAgain = noWait, rest = noWait } = parts;
  const touched = watchTouched(texts);

  /** Compares stored texts with the journal; gives lost ones back. */
  async function note(names: readonly string[]): Promise<void> {
    const now = readClock();
    const known = new Map(
      names.length > SLICE
        ? (await journal.readAll()).map((record) => [record.name, record])
        : (await readSome(names)).map((record) => [record.name, record]),
    );
    const lost: string[] = [];
    await inSlices(names, async (slice) => {
      lost.push(...slice.filter((name) => isLost(name, known.get(name))));
    });
    if (lost.length > 0) {
      await lookAgain();
      restore(lost.flatMap((name) => known.get(name) ?? []));
    }
    await inSlices(names, async (slice) => {
      const changed = slice.flatMap((name) => {
        const own = parseName(name);
        const text = texts.read(SITE_KEYS + name);
        return (own && compareText(own, text, known.get(name), now)) ?? [];
      });
      if (slice.includes(SWEEPS)) changed.push(...noteSweeps(texts, known.get(SWEEPS), now));
      if (changed.length > 0) await journal.write(changed);
    });
  }

  /** Works through a list; the page has its turn between two slices. */
  async function inSlices<T>(list: readonly T[], work: (slice: T[]) => Promise<void>) {
    for (let from = 0; from < list.length; from += SLICE) {
      if (from > 0) await rest();
      await work(list.slice(from, from + SLICE));
    }
  }

  async function readSome(names: readonly string[]): Promise<JournalRecord[]> {
    const found = await Promise.all(names.map((name) => journal.read(name)));
    return found.filter((record) => record !== undefined);
  }

  /** Whether a text is missing, or damaged, that the reader did not remove. */
  function isLost(name: string, record: JournalRecord | undefined): boolean {
    const own = parseName(name);
    if (!own || own.kind.missing || !record) return false;
    if (Object.values(record.fields).every(([, value]) => value === null)) return false;
    const text = texts.read(SITE_KEYS + name);
    return text === undefined || (!own.kind.read(text, own.id) && !isOfLaterVersion(text));
  }

  function restore(records: readonly JournalRecord[]): void {
    const entries = records.flatMap((record) => {
      const own = parseName(record.name);
      if (!own || !isLost(record.name, record)) return [];
      const key = SITE_KEYS + record.name;
      const damaged = texts.read(key);
      const fields = new Map<string, Field>();
      for (const [field, [at, value]] of Object.entries(record.fields)) {
        if (value !== null) fields.set(field, { at, value });
      }
      const restored = [key, own.kind.write(fields, { text: undefined, removedAt: 0 })] as const;
      return damaged === undefined
        ? [restored]
        : [[DAMAGED_PREFIX + key, damaged] as const, restored];
    });
    texts.changeAll(entries);
  }

  async function listNames(): Promise<string[]> {
    const stored = texts.readKeys(SITE_KEYS).map((key) => key.slice(SITE_KEYS.length));
    const journaled = (await journal.readAll()).map(({ name }) => name);
    return [...new Set([...stored, ...journaled, SWEEPS])].filter(
      (name) => name === SWEEPS || parseName(name),
    );
  }

  async function readItems(): Promise<Map<string, Item>> {
    const items = new Map<string, Item>();
    await inSlices(await journal.readAll(), async (slice) => {
      for (const record of slice) addItems(items, record);
    });
    return items;
  }

  function addItems(items: Map<string, Item>, { name, fields }: JournalRecord): void {
    const own = parseName(name);
    const text = own && texts.read(SITE_KEYS + name);
    const stored = own && text !== undefined ? own.kind.read(text, own.id) : undefined;
    for (const [field, [at, sign]] of Object.entries(fields)) {
      const value = sign === null ? null : own ? stored?.get(field)?.value : sign;
      if (value !== undefined) items.set(buildItemKey(name, field), { at, value });
    }
  }

  async function merge(others: Items): Promise<Applied & { items: Map<string, Item> }> {
    touched.clear();
    await note(await listNames());
    const before = await readItems();
    const items = settleItems(mergeItems(before, others));
    const names = new Map<string, MergedText[1]>();
    let changed = 0;
    await inSlices([...items], async (slice) => {
      for (const [key, item] of slice) {
        if (!isItemValue(key, item.value)) continue;
        const { name, field } = splitItemKey(key);
        const fields = names.get(name) ?? [];
        if (fields.length === 0) names.set(name, fields);
        fields.push([field, item]);
        if (!isAlike(key, before.get(key)?.value ?? null, item.value)) changed += 1;
      }
    });
    let noRoom = 0;
    await inSlices([...names], async (slice) => {
      noRoom += await applySlice(await renew(slice, items), before);
    });
    texts.changeAll([]);
    return { changed, noRoom, items };
  }

  /** Returns a slice with what has changed here since the items were read, and brings these up to date. */
  async function renew(
    slice: readonly MergedText[],
    items: Map<string, Item>,
  ): Promise<MergedText[]> {
    const renewed = new Map(slice.map(([name, fields]) => [name, new Map(fields)]));
    const keys = slice.flatMap(([name]) =>
      name === SWEEPS ? [COVERED, LAST_SWEEP] : [SITE_KEYS + name],
    );
    for (;;) {
      const names = listOwnNames(touched.take(keys));
      if (names.length === 0) return [...renewed].map(([name, fields]) => [name, [...fields]]);
      await note(names);
      const now = new Map<string, Item>();
      for (const record of await readSome(names)) addItems(now, record);
      for (const [key, item] of now) {
        const { name, field } = splitItemKey(key);
        const fields = renewed.get(name);
        const newest = chooseItem(item, fields?.get(field) ?? item);
        fields?.set(field, newest);
        items.set(key, newest);
      }
    }
  }

  /** Writes texts first and the journal then: a page that dies between has the right values. */
  async function applySlice(slice: readonly MergedText[], before: Items): Promise<number> {
    const entries: [string, string | undefined][] = [];
    const records: JournalRecord[] = [];
    for (const [name, fields] of slice) {
      const isKnown = fields.every(([field, item]) => {
        const key = buildItemKey(name, field);
        const known = before.get(key);
        return known?.at === item.at && isAlike(key, known.value, item.value);
      });
      if (isKnown) continue;
      const own = parseName(name);
      records.push({ name, fields: Object.fromEntries(fields.map(buildEntry(name))) });
      if (!own) {
        writeAllCovered(texts, replayBatches(fields.map(([, item]) => item)));
        continue;
      }
      const key = SITE_KEYS + name;
      const text = texts.read(key);
      const stored = text === undefined ? undefined : own.kind.read(text, own.id);
      if (text !== undefined && !stored) {
        records.pop(); // damaged, or of a later version: not ours to write over
        continue;
      }
      const alive = fields.filter(([, { value }]) => value !== null);
      const isSame =
        alive.length ===
          [...(stored?.values() ?? [])].filter(({ value }) => value !== null).length &&
        alive.every(([field, { value }]) =>
          isAlike(buildItemKey(name, field), stored?.get(field)?.value ?? null, value),
        );
      if (isSame) continue;
      const removedAt = Math.max(
        0,
        ...fields.map(([, { at, value }]) => (value === null ? at : 0)),
      );
      if (alive.length === 0 && text === undefined) continue;
      entries.push([key, own.kind.write(new Map(alive), { text, removedAt })]);
    }
    texts.changeAll(entries, true);
    await journal.write(records);
    return entries.filter(([key, text]) => text !== undefined && texts.hasFailed(key)).length;
  }

  return {
    note: (keys) =>
      lock(async () => note(keys ? listOwnNames(keys) : await listNames()).catch(() => undefined)),
    readItems: () =>
      lock(async () => {
        await note(await listNames());
        return readItems();
      }),
    merge: (items) => lock(() => merge(items)),
  };
}

/** Returns the names of stored texts that are the reader's own. */
function listOwnNames(keys: readonly string[]): string[] {
  const names = keys
    .filter((key) => key.startsWith(SITE_KEYS))
    .map((key) => key.slice(SITE_KEYS.length))
    .map((name) => (name.startsWith(SWEEPS) ? SWEEPS : name));
  return [...new Set(names)].filter((name) => name === SWEEPS || parseName(name));
}

function buildEntry(name: string) {
  const sign = parseName(name)?.kind.sign ?? ((value: unknown) => value);
  return ([field, { at, value }]: [string, Item]): [string, Entry] => [field, [at, sign(value)]];
}

function isOfLaterVersion(text: string): boolean {
  return /"v":\s*(?:[2-9]|1\d)/.test(text);
}

const runDirectly = <T>(work: () => Promise<T>): Promise<T> => work();
const noWait = async () => undefined;
