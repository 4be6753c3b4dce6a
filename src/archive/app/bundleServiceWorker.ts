import { join } from 'node:path';
import { build as viteBuild } from 'vite';

/**
 * Bundles the service worker into one classic script and gives its text; the site's is one that removes itself where
 * it can't be read offline. Classic, because a module worker can't be had in older browsers and would need its own
 * file for every import.
 */
export async function bundleServiceWorker(root: string, isOffline: boolean): Promise<string> {
  const bundle = await viteBuild({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: join(root, `src/service-worker/${isOffline ? 'worker' : 'retire'}.ts`),
        output: { format: 'iife' },
      },
    },
  });
  if (!('output' in bundle)) throw new Error('The bundler gave no service worker.');
  return bundle.output[0].code;
}
