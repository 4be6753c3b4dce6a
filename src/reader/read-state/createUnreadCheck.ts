import { shortenId } from '../../model/ListIds.ts';
import { isCovered, type ReadMarks } from './createReadStore.ts';

/** Returns a check of short ids, for lists of which only those are known. `former`: see ListIds. */
export function createUnreadCheck(
  marks: ReadMarks,
  former: Readonly<Record<string, string[]>>,
): (id: string) => boolean {
  const read = new Set([...marks.read].map(shortenId));
  const unread = new Set([...marks.unread].map(shortenId));
  return (id) => {
    const ids = [id, ...(former[id] ?? [])];
    if (ids.some((each) => read.has(each))) return false;
    return ids.some((each) => unread.has(each)) || !ids.some((each) => isCovered(marks, each));
  };
}
