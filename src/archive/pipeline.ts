/**
 * The part of `src/archive` that reads content: a program of its own, bundled once (`loadPipeline.ts`), since Vite would bundle it
 * anew with its configuration at each start.
 */
export { BuildCache } from './BuildCache.ts';
export { buildArchive } from './buildArchive.ts';
export { DevArchive } from './DevArchive.ts';
export { DevIndex } from './DevIndex.ts';
