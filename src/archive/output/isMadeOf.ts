import { assignIds } from '../article/assignIds.ts';
import { findContentFiles } from '../content/findContentFiles.ts';
import { readIdHistory } from '../moves/idHistory.ts';

/**
 * Whether most of what an output folder has ever held are articles of a content folder. False where there is no output,
 * or no content folder.
 */
export function isMadeOf(contentDir: string, outDir: string): boolean {
  const ids = [...readIdHistory(outDir).keys()];
  if (ids.length === 0) return false;
  const own = new Set(assignIds(findContentFiles(contentDir).paths).ids.values());
  return ids.filter((id) => own.has(id)).length * 2 > ids.length;
}
