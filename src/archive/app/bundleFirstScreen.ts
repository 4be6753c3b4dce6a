import { build as viteBuild } from 'vite';

/** Name of the program in its folder. */
export const PROGRAM = 'first-screen.mjs';

/**
 * Bundles the program that draws the first screen, for Node, into a folder. It takes the libraries from `node_modules`: to bundle them once
 * more costs 20 to 40 MB at the peak of a build. Parts of the reader that come on demand are left out: the first screen asks for none.
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
    build: {
      ssr: 'src/reader/firstScreen.tsx',
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: PROGRAM } },
    },
  });
}
