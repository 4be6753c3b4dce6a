import type { Fingerprint } from '../article/buildFingerprint.ts';
import type { IdHistory, KnownId } from './idHistory.ts';

/** An article of this build. */
export interface PresentArticle extends Fingerprint {
  isDated: boolean;
}

/**
 * Returns the history after this build: the ids of its articles, and the ids of earlier builds, which lead to the
 * article where one has the same title and date, or the same text. An id whose article has left stays known: the
 * article may come back under another name. Of several candidates none is taken, except among exact twins, which are
 * all the same.
 */
export function followIds(
  before: IdHistory,
  present: ReadonlyMap<string, PresentArticle>,
): IdHistory {
  const find = createFinder(before, present);
  const next: IdHistory = new Map();
  for (const [id, { headline, text }] of present) next.set(id, { headline, text });
  for (const [id, known] of before) {
    if (present.has(id)) continue;
    const { headline, text } = known;
    const movedTo = find(id, known);
    next.set(id, { headline, text, ...(movedTo && { movedTo }) });
  }
  return next;
}

/** Returns the former ids of each article that has some, sorted. */
export function listFormerIds(history: IdHistory): Map<string, string[]> {
  const former = new Map<string, string[]>();
  for (const [id, { movedTo }] of history) {
    if (movedTo) former.set(movedTo, [...(former.get(movedTo) ?? []), id]);
  }
  for (const ids of former.values()) ids.sort();
  return former;
}

function createFinder(before: IdHistory, present: ReadonlyMap<string, PresentArticle>) {
  const both = new Map<string, string[]>();
  const headlines = new Map<string, string[]>();
  const texts = new Map<string, string[]>();
  for (const [id, { headline, text, isDated }] of present) {
    add(both, headline + text, id);
    // A title alone says little: many a column has the same one each day.
    if (isDated) add(headlines, headline, id);
    add(texts, text, id);
  }
  const earlier = new Map<string, number>();
  for (const { headline, text, movedTo } of before.values()) {
    // A former id is no other article.
    if (movedTo !== undefined) continue;
    for (const hash of [headline, text]) earlier.set(hash, (earlier.get(hash) ?? 0) + 1);
  }

  /** Returns the only one that has come with this build: what stood beside the other before is another article. */
  function chooseFresh(ids: readonly string[] = []): string | undefined {
    const fresh = ids.filter((id) => !before.has(id) || before.get(id)?.movedTo !== undefined);
    return fresh.length === 1 ? fresh[0] : undefined;
  }

  function match({ headline, text }: KnownId): string | undefined {
    const same = both.get(headline + text);
    // What several articles had (“图片新闻” for a text) tells nothing of one.
    const find = (map: Map<string, string[]>, hash: string) =>
      earlier.get(hash) === 1 ? chooseFresh(map.get(hash)) : undefined;
    return (
      chooseFresh(same) ?? same?.toSorted()[0] ?? find(headlines, headline) ?? find(texts, text)
    );
  }

  /** `seen` ends a circle: an article may have come back under a name that it had. */
  return function find(id: string, known: KnownId, seen = new Set([id])): string | undefined {
    const { movedTo } = known;
    if (movedTo === undefined || seen.has(movedTo)) return match(known);
    if (present.has(movedTo)) return movedTo;
    const between = before.get(movedTo);
    return (between && find(movedTo, between, seen.add(movedTo))) ?? match(known);
  };
}

function add(map: Map<string, string[]>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids) ids.push(id);
  else map.set(key, [id]);
}
