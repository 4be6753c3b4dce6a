import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { archivePlugin } from './src/archive/archivePlugin.ts';

export default defineConfig({
  base: process.env.BASE_PATH ?? '/',
  plugins: [
    react(),
    tailwindcss(),
    archivePlugin({
      contentDir: process.env.CONTENT_DIR ?? 'content',
      siteTitle: process.env.SITE_TITLE ?? '藏报',
    }),
  ],
});
