import { build as viteBuild } from 'vite';

/** Name of the program in its folder. */
export const PROGRAM = 'first-screen.mjs';

/**
 * Bundles the program that draws the first screen, for Node, into a folder.
 * Parts of the reader that come on demand are left out: the first screen asks for none.
 */
export async function bundleFirstScreen(root: string, base: string, folder: string): Promise<void> {
  await viteBuild({
    configFile: false,
    root,
    base,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true },
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
