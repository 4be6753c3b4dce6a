import { build as viteBuild } from 'vite';

/** Name of the program's file. */
export const FIRST_SCREEN = 'first-screen.cjs';

/**
 * Bundles the program that draws the first screen, for Node, into a folder. It takes React from `node_modules`, whose
 * server's part is the largest of all. Parts of the reader that come on demand are left out: the first screen asks
 * for none.
 */
export async function bundleFirstScreen(root: string, base: string, folder: string): Promise<void> {
  await viteBuild({
    configFile: false,
    root,
    base,
    logLevel: 'error',
    plugins: [
      {
        name: 'cangbao:on-demand',
        resolveDynamicImport: (id) => ({ id: String(id), external: true }),
      },
    ],
    ssr: { noExternal: true, external: ['react', 'react-dom'] },
    build: {
      ssr: 'src/reader/firstScreen.tsx',
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: FIRST_SCREEN } },
    },
  });
}
