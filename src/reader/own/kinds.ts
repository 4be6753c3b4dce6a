import { bookmarkKind, labelKind, tagKind } from './bookmarkKinds.ts';
import { splitItemKey } from './Item.ts';
import type { OwnKind } from './OwnKind.ts';
import { placeKind, readKind, settingsKind } from './readKinds.ts';
import { searchKind } from './searchKind.ts';
import { isBatch, SWEEPS } from './sweepItems.ts';

/** All kinds of texts that are the reader's own, but what 全部标为已读 covers (`sweepItems.ts`). */
const KINDS = new Map(
  [bookmarkKind, labelKind, tagKind, readKind, placeKind, settingsKind, searchKind].map((kind) => [
    kind.name,
    kind,
  ]),
);

/** Of these there is one text only. */
const WHOLE = new Set([settingsKind.name, searchKind.name]);

/** A stored text: its kind and the id behind it. */
export interface OwnName {
  kind: OwnKind;
  id: string;
}

/** Parses the name of a stored text; undefined where it is none of the reader's own. */
export function parseName(name: string): OwnName | undefined {
  const at = name.indexOf(':');
  const [kindName, id] = at < 0 ? [name, ''] : [name.slice(0, at), name.slice(at + 1)];
  const kind = KINDS.get(kindName);
  return kind && WHOLE.has(kindName) === at < 0 ? { kind, id } : undefined;
}

/** Whether an item is known to this version of the app. */
export function isKnownItem(key: string): boolean {
  const { name } = splitItemKey(key);
  return name === SWEEPS || parseName(name) !== undefined;
}

/** Whether a value may be that of a known item; null, a removal, always. */
export function isItemValue(key: string, value: unknown): boolean {
  const { name, field } = splitItemKey(key);
  if (name === SWEEPS) return isBatch(value);
  const own = parseName(name);
  if (!own || !/^[\w-]*$/.test(own.id)) return false;
  return value === null || own.kind.isValue(own.id, field, value);
}
