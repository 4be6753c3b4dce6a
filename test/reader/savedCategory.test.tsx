// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
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
