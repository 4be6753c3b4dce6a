/** Hosts that let browsers keep files for long: the next build is seen all the same. */
import { afterAll, test } from 'vitest';
import { isDrill } from '../support/isDrill.ts';
import type { Caching } from '../support/startServer.ts';
import { findRow } from './findRow.ts';
import { LivingSite } from './LivingSite.ts';
import { setUpOffline } from './setUpOffline.ts';
import { fortyArticles, writeOfflineContent } from './writeOfflineContent.ts';

const world = setUpOffline();

let site: LivingSite | undefined;
afterAll(() => site?.dispose());

/** Publishes the site with one article more. */
async function buildNext(): Promise<string> {
  const content = await writeOfflineContent('forty-one', { ...fortyArticles, count: 41 });
  site ??= new LivingSite(world.folder);
  return (await site.publish(content)).folder;
}

const hosts: [string, Omit<Caching, 'lastModified'>][] = [
  ['says only when files were changed', {}],
  ['lets files be kept for a day', { control: 'max-age=86400' }],
];

test.each(hosts)('where the host %s, the second visit shows the new list', async (_what, host) => {
  world.server.setCaching({ lastModified: new Date('2024-01-01T00:00:00Z'), ...host });
  const reader = await world.newReader();
  await reader.open('offline');
  await reader.page.getByText('没有网络也能打开').waitFor();
  await reader.open('');
  await findRow(reader.page, 39).waitFor();
  await reader.page.waitForLoadState('networkidle');
  world.server.setFolder(await buildNext());
  world.server.setCaching({ lastModified: new Date('2024-02-01T00:00:00Z'), ...host });
  await reader.open('');
  await findRow(reader.page, 40).waitFor();
});

test.runIf(isDrill).each(hosts)(
  'where the host %s and there is no worker, too',
  async (_what, host) => {
    world.server.setCaching({ lastModified: new Date('2024-01-01T00:00:00Z'), ...host });
    world.server.setFault((path) => (path === '/sw.js' ? { status: 404 } : undefined));
    const reader = await world.newReader();
    const category = `c/${encodeURI('金融/示例报/示例报－財經')}`;
    await reader.open(category);
    await findRow(reader.page, 39).waitFor();
    world.server.setFolder(await buildNext());
    world.server.setCaching({ lastModified: new Date('2024-02-01T00:00:00Z'), ...host });
    await reader.open(category);
    await findRow(reader.page, 40).waitFor();
  },
);
