// @vitest-environment jsdom
/** What saving says beforehand, meanwhile and afterwards is of the same things. */
import { afterEach, expect, test, vi } from 'vitest';
import {
  addToEstimate,
  averagePictures,
  beginEstimate,
} from '../../src/reader/copies/estimateSave.ts';
import { buildRecord, type SavedRecord, sumBytes } from '../../src/reader/copies/SavedRecord.ts';
import { createOfflineStore } from '../../src/reader/saving/createOfflineStore.ts';
import { createProgress } from '../../src/reader/saving/createProgress.ts';
import { buildArticle, buildSummary } from './setUpReader.tsx';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function build(n: number, pictures: SavedRecord['pictures'], isQueued = false): SavedRecord {
  const { queuedAt, ...record } = buildRecord(buildSummary(n, '甲'), 'list', `/a/${n}`, n);
  const bytes = isQueued ? 0 : 3000;
  return {
    ...record,
    text: { state: isQueued ? 'waiting' : 'saved', bytes },
    pictures,
    ...(isQueued && queuedAt !== undefined && { queuedAt }),
  };
}

test('an estimate of a list and the size of what was saved of it agree', async () => {
  vi.stubGlobal('fetch', async (address: string, { method }: RequestInit) => {
    expect([method, address]).toEqual(['HEAD', '/archive/images/a.png']);
    return new Response('', { headers: { 'content-length': '40000' } });
  });
  const leadImage = { src: 'archive/images/a.png', caption: '' };
  const summaries = [1, 2, 3, 4].map((n) => ({
    ...buildSummary(n, '甲'),
    leadImage,
    imageCount: 1,
    characterCount: 900,
  }));
  const pictures = await averagePictures([], summaries);
  const { bytes } = addToEstimate(beginEstimate(), summaries, () => false, pictures);
  const texts = summaries.map(
    (summary) =>
      new TextEncoder().encode(
        JSON.stringify(
          buildArticle(summary, { html: `<p>${'字'.repeat(900)}</p>`, images: [leadImage] }),
        ),
      ).byteLength,
  );
  const saved = texts.reduce((sum, text) => sum + text + 40_000, 0);
  expect(bytes / saved).toBeGreaterThan(0.95);
  expect(bytes / saved).toBeLessThan(1.05);
});

test('a picture that nobody can measure counts the same before and after, whatever the browser adds to it', async () => {
  const padded = {
    address: 'https://p.example/1.png',
    state: 'saved',
    mode: 'opaque',
    bytes: 7_000_000,
  } as const;
  const record = build(1, [padded]);
  const picture = await averagePictures([record], []);
  const summary = { ...buildSummary(2, '甲'), imageCount: 1 };
  const { bytes, room } = addToEstimate(beginEstimate(), [summary], () => false, picture);
  expect(Math.abs(bytes - sumBytes(record))).toBeLessThan(5000);
  // Whether it fits is for the browser to say, by its own count.
  expect(room).toBeGreaterThan(7_000_000);
});

test('the run counts all that was asked for, articles that were quick too', () => {
  vi.useFakeTimers();
  const store = createOfflineStore();
  const progress = createProgress(store, 'test');
  progress.expect(4);
  progress.add([1, 2].map((n) => build(n, [], true)));
  progress.add([build(1, [])]); // before anybody was told that it waits
  vi.advanceTimersByTime(300);
  expect(store.read().run).toEqual({ done: 1, all: 4 });
  progress.add([3, 4].map((n) => build(n, [], true)));
  progress.add([2, 3].map((n) => build(n, [])));
  vi.advanceTimersByTime(300);
  progress.expect(0);
  expect(store.read().run).toEqual({ done: 3, all: 4 });
  progress.add([build(4, [])]);
  vi.advanceTimersByTime(300);
  expect(store.read()).toMatchObject({ event: { kind: 'finished', count: 4, lost: 0 } });
});

/** Channels that reach each other at once, as those of two tabs do after a while. */
class Channel extends EventTarget {
  static all: Channel[] = [];
  constructor() {
    super();
    Channel.all.push(this);
  }
  postMessage(data: unknown) {
    for (const each of Channel.all.filter((other) => other !== this))
      each.dispatchEvent(new MessageEvent('message', { data }));
  }
}

test('what another tab removes, or saves, while this one is starting is not said as it was read before', () => {
  vi.stubGlobal('BroadcastChannel', Channel);
  const [store, other] = [createOfflineStore(), createOfflineStore()];
  const starting = createProgress(store, 'test');
  const running = createProgress(other, 'test');
  running.load([]);
  const read = [build(1, []), build(2, [], true)];
  running.remove(read.slice(0, 1).map(({ id }) => id));
  running.add([build(2, [])]);
  running.flush();
  starting.load(read);
  expect(store.readSaved(read[0]?.id ?? '')).toBeUndefined();
  expect(store.readSaved(read[1]?.id ?? '')?.kind).toBe('saved');
  running.remove(read.slice(1).map(({ id }) => id));
  running.flush();
  expect(store.readSaved(read[1]?.id ?? '')).toBeUndefined();
});
