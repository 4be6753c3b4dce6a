import { isRecord } from '../data/parseSummary.ts';
import { parsePlace } from '../read-state/createPlaceStore.ts';
import { formatShard, parseShard } from '../read-state/readShards.ts';
import { SETTING_VALUES, type Settings, USUAL_SETTINGS } from '../storage/createSettingsStore.ts';
import type { Field, OwnKind } from './OwnKind.ts';

/** What was marked as read (true) or as unread (false) by itself. The field is the article's id. */
export const readKind: OwnKind = {
  name: 'read',
  isForgetting: true,
  read(text) {
    if (!isObject(text)) return undefined;
    const { read, unread } = parseShard(text);
    return new Map([
      ...unread.map((id): [string, Field] => [id, { value: false }]),
      ...read.map((id): [string, Field] => [id, { value: true }]),
    ]);
  },
  write(fields) {
    // As they were marked: the first ones give way where there are too many.
    const byTime = [...fields].sort(([a, one], [b, other]) => {
      return (one.at ?? 0) - (other.at ?? 0) || (a < b ? -1 : 1);
    });
    const listIds = (wanted: boolean) =>
      byTime.filter(([, { value }]) => value === wanted).map(([id]) => id);
    return formatShard({ read: listIds(true), unread: listIds(false) });
  },
  isValue: (id, field, value) =>
    /^[\w-]+$/.test(field) && field.startsWith(id) && typeof value === 'boolean',
};

/** Where the reader stopped in an article that is not finished. */
export const placeKind: OwnKind = {
  name: 'place',
  missing: 'removed',
  read(text) {
    const place = parsePlace(text);
    if (!place) return undefined;
    const { at, block, offset } = place;
    return new Map([['', { value: { block, offset }, at }]]);
  },
  write(fields) {
    const { value, at } = fields.get('') ?? {};
    return isRecord(value) ? JSON.stringify({ v: 1, at, ...value }) : undefined;
  },
  isValue: (_id, field, value) => field === '' && parsePlace(JSON.stringify(value)) !== undefined,
};

/** The settings, each by itself. When the bookmarks were exported is this device's own matter. */
export const settingsKind: OwnKind = {
  name: 'settings',
  read(text) {
    if (!isObject(text)) return undefined;
    const stored = JSON.parse(text) as Record<string, unknown>;
    const fields = Object.entries(stored).filter(([name, value]) => isSetting(name, value));
    return new Map(
      fields.map(([name, value]): [string, Field] => [
        name,
        { value, ...(USUAL_SETTINGS[name as keyof Settings] === value && { isUsual: true }) },
      ]),
    );
  },
  write: (fields, { text = '{}' }) =>
    JSON.stringify({
      ...(isObject(text) ? (JSON.parse(text) as object) : {}),
      v: 1,
      ...Object.fromEntries([...fields].map(([name, { value }]) => [name, value])),
    }),
  isValue: (_id, field, value) => isSetting(field, value),
};

function isSetting(name: string, value: unknown): boolean {
  return (
    Object.hasOwn(SETTING_VALUES, name) &&
    SETTING_VALUES[name as keyof typeof SETTING_VALUES].some((known: unknown) => known === value)
  );
}

function isObject(text: string): boolean {
  try {
    return isRecord(JSON.parse(text));
  } catch {
    return false;
  }
}
