/// <reference types="vitest/config" />
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { loadPrograms } from './src/archive/loadPrograms.ts';

const {
  BASE_PATH = '/',
  CONTENT_DIR = 'content',
  OFFLINE = 'on',
  SEARCH = 'on',
  SITE_TITLE = '藏报',
} = process.env;

const { archivePlugin, hashApp, KeptApp, loadTailwind, programs, WorkerSupply } =
  await loadPrograms(import.meta.dirname);
const key = hashApp(import.meta.dirname);
const app = key
  ? new KeptApp(join(import.meta.dirname, 'node_modules/.cache/cangbao/app'), key)
  : undefined;
const workers = new WorkerSupply(programs.archiveWorker);

export default defineConfig(({ command }) => {
  // Where the app is to be made, most often the articles are, too: threads get ready while Vite does. Where not, they end unused.
  if (command === 'build' && !app?.files) workers.startAhead();
  return {
    // Both slashes, however the path was written: `news`, `/news`, `/news/`.
    base: `/${BASE_PATH}/`.replace(/\/+/g, '/'),
    plugins: [
      react(),
      // To load Tailwind takes a tenth of a second, which a build without a bundle can do without.
      app?.files ? [] : loadTailwind(),
      archivePlugin({
        contentDir: CONTENT_DIR,
        siteTitle: SITE_TITLE,
        hasSearch: SEARCH !== 'off',
        isOffline: OFFLINE !== 'off',
        programs,
        workers,
        app,
      }),
    ],
    test: {
      globalSetup: 'test/support/globalSetup.ts',
      // The first test that asks for a browser may have to unpack one.
      testTimeout: 60_000,
      hookTimeout: 180_000,
      // What a page does in a moment takes seconds where the machine is busy.
      expect: { poll: { timeout: 20_000 } },
    },
  };
});
