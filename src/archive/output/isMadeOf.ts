import { assignIds } from '../article/assignIds.ts';
import { findContentFiles } from '../content/findContentFiles.ts';
import { StandingOutput } from './StandingOutput.ts';

/** Whether most of what stands in an output folder are articles of a content folder. False where there is no output. */
export function isMadeOf(contentDir: string, outDir: string): boolean {
  const ids = new StandingOutput(outDir).listIds();
  if (ids.length === 0) return false;
  const own = new Set(assignIds(findContentFiles(contentDir).paths).ids.values());
  return ids.filter((id) => own.has(id)).length * 2 > ids.length;
}
