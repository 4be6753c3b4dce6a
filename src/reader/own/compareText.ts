import { buildItemKey, splitItemKey } from './Item.ts';
import type { Entry, JournalRecord } from './Journal.ts';
import { type OwnName, parseName } from './kinds.ts';
import type { Field } from './OwnKind.ts';

/**
 * Compares a stored text with what the journal knows of it. Returns the record as it is to be written, in a list; none
 * where nothing has changed. `now` in milliseconds.
 */
export function compareText(
  { kind, id }: OwnName,
  text: string | undefined,
  record: JournalRecord | undefined,
  now: number,
): JournalRecord[] {
  const isGone = text === undefined && kind.missing === 'removed';
  const stored = isGone ? new Map<string, Field>() : text && kind.read(text, id);
  if (!stored) return [];
  const name = id === '' ? kind.name : `${kind.name}:${id}`;
  const known = record?.fields ?? {};
  const fields: Record<string, Entry> = {};
  let hasChanged = false;
  for (const field of new Set([...Object.keys(known), ...stored.keys()])) {
    const entry = known[field];
    const now_ = stored.get(field);
    if (!now_ && kind.isForgetting) {
      // The reader has not said anything of it: it only made room. A removal stays known.
      if (entry?.[1] === null) fields[field] = entry;
      else hasChanged = true;
      continue;
    }
    const value = now_?.value ?? null;
    if (entry && isAlike(buildItemKey(name, field), entry[1], value)) {
      fields[field] = entry;
      continue;
    }
    hasChanged = true;
    fields[field] = [findTime(now_, entry, now), sign(kind.sign, value)];
  }
  return hasChanged ? [{ name, fields }] : [];
}

/** Whether two values of an item are the same to the reader; either may be what the journal has of one. */
export function isAlike(key: string, one: unknown, other: unknown): boolean {
  const { kind } = parseName(splitItemKey(key).name) ?? {};
  return JSON.stringify(sign(kind?.sign, one)) === JSON.stringify(sign(kind?.sign, other));
}

/** Always later than the change before, whatever the clock says. */
function findTime(field: Field | undefined, entry: Entry | undefined, now: number): number {
  if (!entry) return field?.isUsual ? 0 : (field?.at ?? now);
  return Math.max(field?.at ?? now, entry[0] + 1);
}

function sign(signOf: ((value: unknown) => unknown) | undefined, value: unknown): unknown {
  return value === null || !signOf ? value : signOf(value);
}
