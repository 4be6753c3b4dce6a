import { buildArticleId, buildTwinId } from './articleId.ts';

/** The ids of all content files. */
export interface AssignedIds {
  /** Id by path. */
  ids: Map<string, string>;
  /** Files whose paths would give the same id: by path, the path of another one of them. */
  twins: Map<string, string>;
}

/**
 * Returns the id of each content file. Where paths differ in Unicode form alone (possible on Linux only), or where two
 * hashes agree, each of these files gets an id from its path as it stands: neither takes the other's address over,
 * whichever came first.
 */
export function assignIds(paths: readonly string[]): AssignedIds {
  const owners = new Map<string, string>();
  const twins = new Map<string, string>();
  for (const path of paths) {
    const id = buildArticleId(path);
    const other = owners.get(id);
    if (other === undefined) owners.set(id, path);
    else {
      twins.set(path, other);
      if (!twins.has(other)) twins.set(other, path);
    }
  }
  const ids = new Map([...owners].map(([id, path]) => [path, id]));
  for (const path of twins.keys()) ids.set(path, buildTwinId(path));
  return { ids, twins };
}
