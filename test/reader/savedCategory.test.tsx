// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SavedRecord } from '../../src/reader/copies/SavedRecord.ts';
import { SavedCategory } from '../../src/reader/offline/SavedCategory.tsx';
import { OfflineContext } from '../../src/reader/offline/useOffline.ts';
import { createOfflineStore } from '../../src/reader/saving/createOfflineStore.ts';

test('saved articles stand under the whole path of their category: its last name may occur twice', () => {
  const counts = { saved: 3, waiting: 0, missing: 0, damaged: 0, updated: 0, bytes: 5000 };
  render(
    <OfflineContext value={createOfflineStore()}>
      <SavedCategory category="金融/示例财经/国内" records={[]} counts={counts} />
    </OfflineContext>,
  );
  expect(screen.getByText('金融 / 示例财经 / 国内')).toBeDefined();
});

test('saved articles stand as in lists: newest first, of one moment the later id first, the undated last', () => {
  const dates = { a: '2022-05-01', b: '2022-05-01', c: undefined, d: undefined, e: '2022-06-01' };
  const records = Object.entries(dates).map(([id, publishedAt]) => buildRecord(id, publishedAt));
  const counts = { saved: 5, waiting: 0, missing: 0, damaged: 0, updated: 0, bytes: 5000 };
  const { container } = render(
    <OfflineContext value={createOfflineStore()}>
      <SavedCategory category="金融" records={records} counts={counts} />
    </OfflineContext>,
  );
  const details = container.querySelector('details') as HTMLDetailsElement;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  const titles = screen.getAllByRole('link').map(({ textContent }) => textContent);
  expect(titles).toEqual(['e', 'b', 'a', 'c', 'd']);
});

function buildRecord(id: string, publishedAt: string | undefined): SavedRecord {
  const summary = { id, title: id, category: '金融', source: '示例社', excerpt: '' };
  return {
    id,
    reasons: ['list'],
    summary: { ...summary, ...(publishedAt && { publishedAt }), imageCount: 0, characterCount: 9 },
    addresses: [`/archive/articles/${id}.json`],
    text: { state: 'saved', bytes: 9 },
    pictures: [],
  } as unknown as SavedRecord;
}
