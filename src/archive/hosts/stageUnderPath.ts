import type { HostFacts } from './HostFacts.ts';
import { quoteForShell } from './writeText.ts';

/** Folder that takes the place of `dist` on hosts that publish a folder as their root. */
export const STAGE = 'publish';

/**
 * Writes the command that puts the output under the site's path in a folder of its own, for hosts that publish a folder
 * as their root. They read `_headers` at the top only.
 */
export function stageUnderPath({ path }: HostFacts): string {
  const names = path.split('/').filter(Boolean);
  const place = quoteForShell([STAGE, ...names].join('/'));
  const above = quoteForShell([STAGE, ...names.slice(0, -1)].join('/'));
  return `rm -rf ${STAGE} && mkdir -p ${above} && cp -R dist ${place} && mv ${place}/_headers ${STAGE}/`;
}
