// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  createBookmarkStore,
  isDamagedBookmark,
} from '../../src/reader/bookmarks/createBookmarkStore.ts';
import {
  createSettingsStore,
  isDamagedSettings,
} from '../../src/reader/storage/createSettingsStore.ts';
import { setAsideDamaged } from '../../src/reader/storage/damagedTexts.ts';
import { createKeyValueStore } from '../../src/reader/storage/KeyValueStore.ts';
import {
  buildArchive,
  buildSummary,
  renderReader,
  serveFiles,
  setUpReader,
} from '../reader/setUpReader.tsx';
import {
  BROKEN_BOOKMARKS,
  BROKEN_SETTINGS,
  STRANGE_BOOKMARKS,
  STRANGE_SETTINGS,
} from './malformedTexts.ts';

setUpReader();

const setAside = () =>
  setAsideDamaged(
    window.localStorage,
    (key, text) => isDamagedBookmark(key, text) || isDamagedSettings(key, text),
  );

/** Whatever stands in the browser's storage, the reader starts, keeps what it can read, and throws nothing away. */
describe('damaged bookmarks', () => {
  it('are at least thirty', () => {
    expect(new Set(BROKEN_BOOKMARKS).size).toBeGreaterThanOrEqual(30);
    expect(new Set(BROKEN_SETTINGS).size).toBeGreaterThanOrEqual(30);
  });

  it('are kept aside as they were, and the good ones stay', () => {
    createBookmarkStore(createKeyValueStore(window.localStorage)).save(buildSummary(1, '示例'));
    BROKEN_BOOKMARKS.forEach((text, n) => {
      window.localStorage.setItem(`cangbao:bookmark:broken${n}`, text);
    });
    window.localStorage.setItem('cangbao:bookmark:../x', STRANGE_BOOKMARKS[0] ?? '');
    window.localStorage.setItem('another-app', '{');
    expect(setAside()).toBe(BROKEN_BOOKMARKS.length + 1);
    BROKEN_BOOKMARKS.forEach((text, n) => {
      expect(window.localStorage.getItem(`cangbao:damaged:cangbao:bookmark:broken${n}`)).toBe(text);
      expect(window.localStorage.getItem(`cangbao:bookmark:broken${n}`)).toBeNull();
    });
    expect(window.localStorage.getItem('another-app')).toBe('{');
    const store = createBookmarkStore(createKeyValueStore(window.localStorage));
    expect(store.readAll().map(({ id }) => id)).toEqual(['id0001']);
    expect(setAside()).toBe(0);
  });

  it('of a later version stay where they are', () => {
    const text = JSON.stringify({ v: 2, anything: true });
    window.localStorage.setItem('cangbao:bookmark:later', text);
    expect(setAside()).toBe(0);
    expect(window.localStorage.getItem('cangbao:bookmark:later')).toBe(text);
  });

  it('that are only strange are shown', async () => {
    serveFiles(buildArchive('示例', 3, 0));
    STRANGE_BOOKMARKS.forEach((text, n) => {
      window.localStorage.setItem(`cangbao:bookmark:strange${n}`, text);
    });
    expect(setAside()).toBe(0);
    renderReader('/saved');
    expect((await screen.findByRole('status')).textContent).toBe(
      `共 ${STRANGE_BOOKMARKS.length} 篇收藏`,
    );
  });
});

describe('damaged settings', () => {
  it.each(BROKEN_SETTINGS.map((text, n) => [n, text.slice(0, 20), text] as const))(
    '%i %j are kept aside',
    (_n, _start, text) => {
      window.localStorage.setItem('cangbao:settings', text);
      expect(setAside()).toBe(1);
      expect(window.localStorage.getItem('cangbao:damaged:cangbao:settings')).toBe(text);
      const settings = createSettingsStore(createKeyValueStore(window.localStorage));
      expect(settings.read()).toMatchObject({ listOrder: 'newest' });
      settings.change({ listOrder: 'oldest' });
      expect(settings.read()).toMatchObject({ listOrder: 'oldest' });
    },
  );

  it.each(STRANGE_SETTINGS)('count as not set: %s', (text) => {
    window.localStorage.setItem('cangbao:settings', text);
    expect(setAside()).toBe(0);
    const settings = createSettingsStore(createKeyValueStore(window.localStorage));
    expect(settings.read()).toMatchObject({ listOrder: 'newest' });
  });
});

describe('a storage that does not let texts be moved', () => {
  it('keeps them where they are', () => {
    const texts = new Map([['cangbao:settings', '{']]);
    let isFull = true;
    const storage = new Proxy({} as Storage, {
      ownKeys: () => [...texts.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      get: (_target, name) =>
        ({
          getItem: (key: string) => texts.get(key) ?? null,
          removeItem: (key: string) => void texts.delete(key),
          setItem(key: string, text: string) {
            if (isFull && key.length > 'cangbao:settings'.length) throw new DOMException('full');
            texts.set(key, text);
          },
        })[name as string],
    });
    expect(setAsideDamaged(storage, isDamagedSettings)).toBe(1);
    expect([...texts]).toEqual([['cangbao:settings', '{']]);
    isFull = false;
    setAsideDamaged(storage, isDamagedSettings);
    expect([...texts]).toEqual([['cangbao:damaged:cangbao:settings', '{']]);
  });

  it('may also be none at all, or forbid everything', () => {
    const forbidden = new Proxy({} as Storage, {
      ownKeys: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    expect(setAsideDamaged(undefined, () => true)).toBe(0);
    expect(setAsideDamaged(forbidden, () => true)).toBe(0);
  });
});
