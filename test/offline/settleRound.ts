import { findLies } from './inspectStore.ts';
import type { KeptModel } from './KeptModel.ts';
import type { KeptReader, KeptTab } from './KeptReader.ts';
import { countRecords, readClaims, readCounts, readListed, waitUntil } from './keptScreen.ts';
import { type KeptStores, listCopies } from './keptStores.ts';

/** How long what is left to save may take, in milliseconds. */
const PATIENCE = 20_000;

/** Lets all come to rest, each site in one fresh tab with a network, and compares with what is owed. */
export async function settleRound(kept: KeptReader): Promise<void> {
  kept.setOnline(true, 0);
  while (kept.tabs[0]) await kept.close(kept.tabs[0]);
  for (const model of kept.models) {
    model.look(await kept.read(model.site));
    const tab = await kept.addTab(model.site, 'offline');
    await expectRest(kept, model);
    // What the first start has mended must satisfy the second one.
    await kept.load(tab);
    const stores = await expectRest(kept, model);
    await expectCounts(kept, model);
    await kept.load(tab, 'saved');
    await expectOwed(kept, model, stores);
    await kept.close(tab);
  }
  await kept.checkForeign();
}

/** Compares the page of bookmarks, and what is kept, with what is owed. */
async function expectOwed(kept: KeptReader, model: KeptModel, stores: KeptStores): Promise<void> {
  const [tab] = kept.tabs;
  if (!tab) return;
  const { page } = tab;
  let listed = await readListed(page);
  const isListed = await waitUntil(async () => {
    listed = await readListed(page);
    return listed.count === listed.ids.length && model.check(stores, listed.ids).length === 0;
  }, 5000);
  if (!isListed) {
    const found = model.check(await kept.read(model.site), listed.ids);
    for (const text of found) kept.complain(text);
    const counts = `/saved lists ${listed.ids.length}, says ${listed.count}`;
    if (found.length === 0) kept.complain(counts);
  }
  const held = new Set(listCopies(await kept.read(model.site)));
  await waitUntil(async () => (await readClaims(page)).length > 0, 1000);
  const lies = (await readClaims(page)).filter((id) => !held.has(id));
  if (lies.length > 0) kept.complain(`false 已可离线阅读 on /saved: ${lies.join(', ')}`);
}

/** Waits until a start has got through and nothing is left to save. */
async function expectRest(kept: KeptReader, { site }: KeptModel): Promise<KeptStores> {
  const [tab] = kept.tabs;
  if (!tab) throw new Error('no tab');
  await expectReady(kept, tab);
  let stores = await kept.read(site);
  let lies: string[] = [];
  const isQuiet = await waitUntil(async () => {
    stores = await kept.read(site);
    const pages = stores.lists.flatMap(({ addresses }) => addresses);
    lies = findLies({ ...stores, pages });
    return lies.length === 0 && stores.records.every(({ queuedAt }) => queuedAt === undefined);
  }, PATIENCE);
  if (isQuiet) return stores;
  const waiting = stores.records.filter(({ queuedAt }) => queuedAt !== undefined).length;
  const run = await tab.page.getByRole('region', { name: '保存进度' }).allTextContents();
  kept.complain(`${site.base} never at rest: ${waiting} waiting, ${lies.join(', ')} ${run.join()}`);
  return stores;
}

async function expectReady(kept: KeptReader, tab: KeptTab): Promise<void> {
  const saved = tab.page.locator('#saved');
  const again = tab.page.getByText('刷新页面可以再试一次');
  const isEither = async () => (await saved.or(again).count()) > 0;
  await waitUntil(isEither, PATIENCE);
  // A worker that was unregistered under another page answers for the next page only, and the screen says so.
  if ((await again.count()) > 0) await kept.load(tab);
  if (await waitUntil(async () => (await saved.count()) > 0, PATIENCE)) return;
  const text = (await tab.page.innerText('body')).replace(/\s+/g, ' ');
  kept.complain(`${tab.site.base} is never ready: ${text}`);
}

/** Compares what the page of what is saved says with what is there. */
async function expectCounts(kept: KeptReader, { site }: KeptModel): Promise<void> {
  const [tab] = kept.tabs;
  if (!tab) return;
  let [said, held] = ['', ''];
  const isTrue = await waitUntil(async () => {
    said = (await readCounts(tab.page)).join();
    held = countRecords(await kept.read(site)).join();
    return said === held;
  }, 4000);
  if (!isTrue)
    kept.complain(`${site.base} 离线 says ${said} (whole, waiting, others), not ${held}`);
}
