/** A whole build with an address: which page says what, and what the app leaves alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/archive/output/listFiles.ts';
import { buildSite } from '../support/buildSite.ts';

const env = { SITE_URL: 'https://example.org/', SITE_TITLE: '港报' };

test('the first page names itself; those that stand for any address name none', async () => {
  const folder = await buildSite({ base: '/新闻/', env });
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const address = 'https://example.org/%E6%96%B0%E9%97%BB/';
  const index = read('index.html');
  expect(index).toContain(`<link rel="canonical" href="${address}" />`);
  expect(index).toContain(`<meta property="og:image" content="${address}card.png" />`);
  expect(index).toContain(`type="application/atom+xml" title="港报" href="${address}feed.xml"`);
  expect(index.match(/<title>/g)).toHaveLength(1);
  expect(index.match(/<meta name="description"/g)).toHaveLength(1);
  for (const page of ['404.html', 'app.html']) {
    expect(read(page)).not.toMatch(/canonical|og:|ld\+json|rel="alternate"/);
    expect(read(page)).toContain('<title>港报</title>');
  }
  expect(read('sitemap.xml')).toContain(`<loc>${address}a/`);
  const { home_page_url } = JSON.parse(read('feed.json'));
  expect(home_page_url).toBe(address);
});

test('the service worker keeps neither feeds nor what is for search engines and previews', async () => {
  const folder = await buildSite({ env });
  const names = listFiles(folder).filter((path) => /^(?:feed|sitemap|robots|card)/.test(path));
  expect(names.length).toBeGreaterThan(6);
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
  expect(worker).toContain('icon.svg');
  expect(names.filter((name) => worker.includes(name))).toEqual([]);
});
