// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SaveListPanel } from '../../src/reader/offline/SaveListPanel.tsx';
import { OfflineContext } from '../../src/reader/offline/useOffline.ts';
import type { OfflineStore } from '../../src/reader/saving/createOfflineStore.ts';
import { buildSummary, setUpReader } from './setUpReader.tsx';

setUpReader();

const PAGES = 30;

/** A store over a list that is read page by page; each waits until the last one is on screen. */
function createListStore(): OfflineStore {
  const state = { phase: 'ready', hasUpdate: false } as const;
  const engine = {
    readRecords: async () => [],
    async *readCategory() {
      for (let page = 0; page < PAGES; page++) {
        yield Array.from({ length: 100 }, (_, row) => buildSummary(page * 100 + row, '甲'));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
  return {
    subscribe: () => () => {},
    read: () => state,
    readSaved: () => undefined,
    engine,
  } as never;
}

test('while a list is read for its estimate, the number grows on screen and is said once', async () => {
  const category = { path: '甲', name: '甲', count: PAGES * 100, list: 'one', children: [] };
  const [said, seen] = [new Set<string>(), new Set<string>()];
  const observer = new MutationObserver(() => {
    seen.add(document.body.textContent ?? '');
    for (const status of document.querySelectorAll('[role=status]'))
      said.add(status.textContent ?? '');
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  render(
    <OfflineContext value={createListStore()}>
      <SaveListPanel source={{ kind: 'category', category }} onClose={() => {}} />
    </OfflineContext>,
  );
  await screen.findByRole('button', { name: '开始保存' });
  observer.disconnect();
  expect(seen.size).toBeGreaterThan(PAGES / 3);
  expect([...said].filter((text) => text.includes('正在计算'))).toEqual(['正在计算 3,000 篇']);
});
