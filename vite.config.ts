/// <reference types="vitest/config" />
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { readSite } from './src/archive/site/readSite.ts';
import { archivePlugin } from './src/archive/vite/archivePlugin.ts';

const { settings } = readSite(import.meta.dirname);

export default defineConfig({
  base: settings.base,
  plugins: [
    react(),
    tailwindcss(),
    archivePlugin({
      site: settings,
      // Of `npm run build`; Vite's own command line knows neither.
      isForced: process.argv.includes('--force'),
      allowsShrink: process.argv.includes('--allow-shrink'),
    }),
  ],
  build: {
    // Browsers without it (Safari before 17) load what was announced when it is asked for.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // All that the first list needs in one file: shared with parts that come later, it would be many.
        codeSplitting: {
          groups: [{ name: 'index', test: /\/src\/reader\/main\.tsx$|rolldown\/runtime/ }],
        },
      },
    },
  },
  test: {
    globalSetup: 'test/support/globalSetup.ts',
    // What commands say to owners is in the terminal's language; tests read the English one.
    env: { LC_ALL: 'en_US.UTF-8' },
    // A browser's tests mostly wait: two cores have room for two of them.
    maxWorkers: '75%',
    // The first test that asks for a browser may have to unpack one.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // What a page does in a moment takes seconds where the machine is busy.
    expect: { poll: { timeout: 20_000 } },
  },
});
