import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteSettings } from '../site/SiteSettings.ts';
import { SITEMAP_PATH } from './writeSitemap.ts';

/** What crawlers ask a host for before anything else (RFC 9309). */
export const ROBOTS_PATH = 'robots.txt';

/**
 * Writes `robots.txt`, which lets everybody read everything and names the sitemap where there is one. The owner's own
 * wins: one in `public/`, which is in the output by now, or one beside the articles. Under a path of a host there is
 * none: crawlers ask for it at the host's root only.
 */
export function writeRobots(
  outDir: string,
  contentDir: string,
  { base, url }: Pick<SiteSettings, 'base' | 'url'>,
): void {
  const file = join(outDir, ROBOTS_PATH);
  const own = join(contentDir, ROBOTS_PATH);
  if (base !== '/' || existsSync(file)) return;
  if (existsSync(own)) {
    copyFileSync(own, file);
    return;
  }
  const sitemap = url === undefined ? '' : `\nSitemap: ${url}${SITEMAP_PATH}\n`;
  writeFileSync(file, `User-agent: *\nAllow: /\n${sitemap}`);
}
