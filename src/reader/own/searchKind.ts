import { isRecord } from '../data/parseSummary.ts';
import type { OwnKind } from './OwnKind.ts';

/**
 * The searches that the reader has saved; the field is what stands behind the `?` of the address. What was searched for
 * lately is this device's own matter.
 */
export const searchKind: OwnKind = {
  name: 'searches',
  read(text) {
    const stored = parseStored(text);
    return stored && new Map(listKept(stored).map((query) => [query, { value: true }]));
  },
  write(fields, { text = '{}' }) {
    const stored = parseStored(text) ?? {};
    const before = listKept(stored);
    // The last one first; those of one moment as they stand.
    const kept = [...fields]
      .sort(([a, one], [b, other]) => {
        return (other.at ?? 0) - (one.at ?? 0) || findPlace(before, a) - findPlace(before, b);
      })
      .map(([query]) => query);
    return JSON.stringify({ recent: [], ...stored, v: 1, kept });
  },
  isValue: (_id, field, value) => field !== '' && value === true,
};

/** Undefined where the text is damaged, or of a later version of the site. */
function parseStored(text: string): Record<string, unknown> | undefined {
  try {
    const stored: unknown = JSON.parse(text);
    return isRecord(stored) && (stored.v === undefined || stored.v === 1) ? stored : undefined;
  } catch {
    return undefined;
  }
}

function listKept({ kept }: Record<string, unknown>): string[] {
  const list: unknown[] = Array.isArray(kept) ? kept : [];
  return list.filter((each): each is string => typeof each === 'string' && each !== '');
}

function findPlace(list: readonly string[], query: string): number {
  const at = list.indexOf(query);
  return at < 0 ? list.length : at;
}
