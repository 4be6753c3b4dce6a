import type { ZipEntry } from './createZip.ts';

/** What the page asks of the worker: to add a file, or to give the zip. */
export type ZipCall = { add: ZipEntry } | { finish: true };

/** What comes back, one answer to each call, in their order. */
export type ZipAnswer = { zip?: Blob } | { error: 'too-large' | 'unknown'; text: string };
