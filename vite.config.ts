import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { archivePlugin } from './src/archive/archivePlugin.ts';

const {
  BASE_PATH = '/',
  CONTENT_DIR = 'content',
  OFFLINE = 'on',
  SITE_TITLE = '藏报',
} = process.env;

export default defineConfig({
  // Both slashes, however the path was written: `news`, `/news`, `/news/`.
  base: `/${BASE_PATH}/`.replace(/\/+/g, '/'),
  plugins: [
    react(),
    tailwindcss(),
    archivePlugin({
      contentDir: CONTENT_DIR,
      siteTitle: SITE_TITLE,
      isOffline: OFFLINE !== 'off',
    }),
  ],
  test: {
    globalSetup: 'test/support/globalSetup.ts',
    // The first test that asks for a browser may have to unpack one.
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
