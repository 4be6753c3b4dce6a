import { build as viteBuild } from 'vite';

/** Names of the programs' files: the first screen's, and that of articles' pages. */
export const FIRST_SCREEN = 'firstScreen.cjs';
export const ARTICLE_PAGE = 'articlePage.cjs';

/**
 * Bundles the programs that draw with the reader's own components, for Node, into a folder. They take React from
 * `node_modules`, whose server's part is the largest of all. Parts of the reader that come on demand are left out:
 * nothing that is drawn asks for one.
 */
export async function bundleDrawing(root: string, base: string, folder: string): Promise<void> {
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
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: {
        input: {
          firstScreen: 'src/reader/firstScreen.tsx',
          articlePage: 'src/reader/articlePage.ts',
        },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'drawing-[hash].cjs',
        },
      },
    },
  });
}
