/**
 * What `vite.config.ts` takes from this folder: a program of its own, bundled once (`loadPrograms.ts`), since Vite
 * bundles what its configuration imports anew at each start.
 */
export { loadTailwind } from '../app/loadTailwind.ts';
export { readSite } from '../site/readSite.ts';
export { WorkerSupply } from '../WorkerSupply.ts';
export { archivePlugin } from './archivePlugin.ts';
