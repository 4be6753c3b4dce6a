import { setTimeout as wait } from 'node:timers/promises';
import type { KeptReader, KeptTab } from './KeptReader.ts';
import { waitUntil } from './keptScreen.ts';
import { type KeptStores, listCopies, readKeyText } from './keptStores.ts';

/** What a harm makes the app say, where there was something to lose. */
interface Word {
  /** Whether it is said of what was there before and what is there right afterwards. */
  isOwed: (before: KeptStores, tab: KeptTab) => boolean;
  word: RegExp;
}

const isMirrored = ({ texts, mirror }: KeptStores, tab: KeptTab) =>
  mirror.some((id) => readKeyText(texts[tab.site.bookmarks + id]) === 'bookmark');

const WORDS: Record<string, Word> = {
  'localStorage cleared': { isOwed: isMirrored, word: /从备份里恢复/ },
  'database deleted while closed': {
    // What says how much the mirror held stands in localStorage.
    isOwed: ({ texts, mirror }, { site }) =>
      mirror.length > 0 && Number(/"count":(\d+)/.exec(texts[`${site.keys}mirror`] ?? '')?.[1]) > 0,
    word: /浏览器清除了保存的文章|已从留下的文章里重建|从备份里恢复/,
  },
  'records emptied': {
    isOwed: (stores) =>
      stores.records.some(
        ({ id, text }) => text.state === 'saved' && listCopies(stores).includes(id),
      ),
    word: /已从留下的文章里重建/,
  },
};

/**
 * Does harm, and waits until it is told, where the app promises to tell it: in one of the tabs that are open, or in the
 * next one.
 */
export async function expectToBeTold(
  kept: KeptReader,
  name: string,
  tab: KeptTab,
  harm: () => Promise<void>,
): Promise<void> {
  const rule = WORDS[name];
  if (!rule) return harm();
  // Nothing is under way.
  await wait(1000);
  const isOwed = rule.isOwed(await kept.read(tab.site), tab);
  const start = Date.now();
  await harm();
  if (!isOwed || !kept.isOnline) return;
  const isTold = async () =>
    kept.told.some(({ text, at }) => at >= start && rule.word.test(text)) ||
    (await kept.readNotices()).some((text) => rule.word.test(text));
  if (await waitUntil(isTold, 1500)) return;
  await kept.load(tab);
  if (await waitUntil(isTold, 8000)) return;
  kept.complain(`${name} was not told, only ${kept.told.map(({ text }) => text).join('|')}`);
}
