/** `archive/lists/<list>/ids-<name>.json`: which articles a list holds, in a few bytes each. */
export interface ListIds {
  /** The short ids of its articles in stored order, one behind the other. */
  ids: string;
  /** Of moved articles: the short ids that they had before, by short id. */
  former: Record<string, string[]>;
}

/**
 * Characters of a short id: the beginning of an id, 40 bits. That an article which comes later begins like one of
 * 100,000 that are there happens once in ten million times.
 */
export const SHORT_ID_LENGTH = 8;

/** Returns the short form of an id. */
export function shortenId(id: string): string {
  return id.slice(0, SHORT_ID_LENGTH);
}

/** Splits short ids that stand one behind the other. */
export function splitShortIds(ids: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < ids.length; from += SHORT_ID_LENGTH)
    parts.push(ids.slice(from, from + SHORT_ID_LENGTH));
  return parts;
}
