/** The reader's own: what was lost comes back, what is damaged costs itself, and a clock that is wrong, nothing. */
import { expect, test } from 'vitest';
import { formatBackup, listBookmarks, parseBackup } from '../../src/reader/backup/backupFile.ts';
import { buildBookmark, formatBookmark } from '../../src/reader/bookmarks/Bookmark.ts';
import { sweepArticles, undoSweep } from '../../src/reader/read-state/sweepArticles.ts';
import { buildDevice, IDS, mergeWithFile, type OwnDevice, readDevice } from './OwnDevice.ts';
import { buildSummary } from './setUpReader.tsx';

let time = Date.parse('2026-01-01T00:00:00Z');
const tick = () => {
  time += 1000;
  return time;
};
const [one = '', two = ''] = IDS;

function sweep({ texts }: OwnDevice, ids: string): void {
  sweepArticles(texts, { category: '', list: { ids, former: {} } }, tick());
}

async function buildUsed() {
  const device = buildDevice(tick);
  for (const [n, id] of [one, two].entries()) {
    device.bookmarks.save({ ...buildSummary(n, '示例'), id });
  }
  const tag = device.tags.make('房产') ?? expect.fail('no tag');
  device.labels.change([one, two], (labels) => ({ ...labels, tags: [tag.id] }));
  device.labels.change([two], (labels) => ({ ...labels, shelf: 'later', place: 3 }));
  device.read.mark(one, true);
  device.read.mark(two, false);
  device.places.save(one, { block: 4, offset: 0.25 });
  device.searches.keep('q=房产');
  await device.own.note();
  device.searches.keep('q=股市');
  device.searches.remember('q=lately');
  device.settings.change({ theme: 'sepia', exportedAt: '2026-01-01T00:00:00Z' });
  sweep(device, 'eeeeeeeeffffffff');
  await device.own.note();
  return device;
}

test('a backup brings all of it to an empty device', async () => {
  const device = await buildUsed();
  const fresh = buildDevice(tick);
  const file = await mergeWithFile(device, '');
  await mergeWithFile(fresh, file);
  expect(readDevice(fresh)).toEqual(readDevice(device));
  expect(fresh.searches.read()).toEqual({ recent: [], kept: ['q=股市', 'q=房产'] });
  expect(fresh.settings.read().exportedAt).toBeUndefined();
  expect(device.settings.read().exportedAt).toBe('2026-01-01T00:00:00Z');
});

test.each(['labels:', 'tag:', 'read:a', 'settings', 'searches'])(
  'the key %s… that is missing or damaged comes back; the damaged text is set aside',
  async (name) => {
    for (const harm of [undefined, '{"half']) {
      const device = await buildUsed();
      const before = readDevice(device);
      const keys = device.texts.readKeys(`cangbao:${name}`);
      expect(keys.length).toBeGreaterThan(0);
      for (const key of keys) {
        if (harm === undefined) device.texts.remove(key);
        else device.texts.write(key, harm);
      }
      await device.own.note();
      expect(readDevice(device)).toEqual(before);
      const aside = device.texts.readKeys('cangbao:damaged:');
      expect(aside).toHaveLength(harm === undefined ? 0 : keys.length);
    }
  },
);

test('what 全部标为已读 covered comes back when both its keys are gone, and not when it was taken back', async () => {
  const device = await buildUsed();
  sweep(device, 'gggggggg');
  await device.own.note();
  const before = readDevice(device);
  device.texts.remove('cangbao:covered');
  device.texts.remove('cangbao:covered:last');
  await device.own.note();
  expect(readDevice(device)).toEqual(before);
  sweep(device, 'hhhhhhhh');
  await device.own.note();
  undoSweep(device.texts);
  await device.own.note();
  expect(readDevice(device).covered).toEqual(before.covered);
});

test('a change is newer than what it replaces, though the clock was put back', async () => {
  let clock = Date.parse('2036-01-01T00:00:00Z');
  const device = buildDevice(() => clock);
  device.settings.change({ theme: 'dark' });
  await device.own.note();
  const file = await mergeWithFile(device, '');
  clock = Date.parse('2026-01-01T00:00:00Z');
  device.settings.change({ theme: 'light' });
  await device.own.note();
  await mergeWithFile(device, file);
  expect(device.settings.read().theme).toBe('light');
});

test('what a reader has never chosen gives way to what was chosen on another device', async () => {
  const [chosen, usual] = [buildDevice(tick), buildDevice(tick)];
  chosen.settings.change({ theme: 'sepia' });
  await chosen.own.note();
  usual.settings.change({ fontSize: 22 });
  await usual.own.note();
  await mergeWithFile(usual, await mergeWithFile(chosen, ''));
  expect(usual.settings.read()).toMatchObject({ theme: 'sepia', fontSize: 22 });
});

test('a removal goes to the other device; a bookmark set again after it stays', async () => {
  const [device, other] = [await buildUsed(), buildDevice(tick)];
  let file = await mergeWithFile(device, '');
  file = await mergeWithFile(other, file);
  other.bookmarks.remove(one);
  other.bookmarks.remove(two);
  await other.own.note();
  file = await mergeWithFile(other, file);
  device.bookmarks.save({ ...buildSummary(1, '示例'), id: two });
  await device.own.note();
  await mergeWithFile(device, file);
  expect(device.bookmarks.readAll().map(({ id }) => id)).toEqual([two]);
});

test('a removal that was taken back is newer than the removal', async () => {
  const [device, other] = [await buildUsed(), buildDevice(tick)];
  const text = device.texts.read(`cangbao:bookmark:${one}`) ?? '';
  device.bookmarks.remove(one);
  await device.own.note();
  let file = await mergeWithFile(device, '');
  device.texts.write(`cangbao:bookmark:${one}`, text);
  await device.own.note();
  file = await mergeWithFile(device, file);
  await mergeWithFile(other, file);
  expect(other.bookmarks.readAll()).toEqual(device.bookmarks.readAll());
  expect(other.bookmarks.readAll()).toHaveLength(2);
});

test('items of a later version pass through; of a bad value nothing is taken', async () => {
  const device = await buildUsed();
  const items = [
    ['flag:x#colour', 5, 'blue'],
    ['settings#theme', 9e12, 'plaid'],
    ['tag:zz#name', 9e12, ' '],
    ['labels:../x#shelf', 9e12, 'later'],
    ['read:a#aaa', -1, true],
    'nothing',
  ];
  const head = '{"kind":"cangbao-bookmarks","v":1,"bookmarks":[]';
  const backup = await parseBackup(`${head},"items":${JSON.stringify(items)}}`);
  expect(backup).toMatchObject({ damaged: 5, laterVersion: 0 });
  const { items: merged } = await device.own.merge(backup?.items ?? new Map());
  expect(merged.get('flag:x#colour')).toEqual({ at: 5, value: 'blue' });
  expect(device.settings.read().theme).toBe('sepia');
});

test('a stored text of a later version is left alone', async () => {
  const device = await buildUsed();
  const file = await mergeWithFile(device, '');
  const other = buildDevice(tick);
  const later = { [`bookmark:${one}`]: '{"v":2}', [`labels:${one}`]: '{"v":2}' };
  for (const [name, text] of Object.entries(later)) other.texts.write(`cangbao:${name}`, text);
  await mergeWithFile(other, file);
  for (const [name, text] of Object.entries(later)) {
    expect(other.texts.read(`cangbao:${name}`)).toBe(text);
  }
  expect(other.bookmarks.readAll().map(({ id }) => id)).toEqual([two]);
  const noted = (await other.journal.readAll()).map(({ name }) => name);
  expect(noted.filter((name) => name in later)).toEqual([]);
});

test('a backup that was cut off or overwritten loses what is damaged and nothing else', async () => {
  const file = await mergeWithFile(await buildUsed(), '');
  const lines = file.split('\n');
  const count = async (text: string) => {
    const { bookmarks, items } = (await parseBackup(text)) ?? expect.fail('no backup');
    return bookmarks.length + (items?.size ?? 0);
  };
  const all = await count(file);
  let least = 0;
  for (let at = 1; at < lines.length - 1; at += 1) {
    const hurt = lines.map((line, index) => (index === at ? line.replace(/.../, '\u0000') : line));
    // A bookmark is an item, too.
    expect(await count(hurt.join('\n')), `line ${at}`).toBeGreaterThanOrEqual(all - 2);
    const cut = await count(lines.slice(0, at + 1).join('\n'));
    expect(cut, `cut after line ${at}`).toBeGreaterThanOrEqual(least);
    least = cut;
  }
  expect(least).toBe(all);
});

test('an earlier version finds the bookmarks where they always were', async () => {
  const device = await buildUsed();
  const items = await device.own.readItems();
  const text = formatBackup(listBookmarks(items), new Date(time), { items, notes: [] });
  const { kind, v, bookmarks } = JSON.parse(text) as Record<string, unknown>;
  expect({ kind, v }).toEqual({ kind: 'cangbao-bookmarks', v: 1 });
  expect(bookmarks).toMatchObject([
    { v: 1, id: two },
    { v: 1, id: one, title: '第0号文章' },
  ]);
});

/** Marks 400 articles as read, on a device whose page has a turn, numbered, between slices. */
async function buildMany(onRest: (turn: number) => void) {
  let [turn, isMerging] = [0, false];
  const device = buildDevice(tick, async () => {
    if (isMerging) onRest(turn++);
  });
  for (let n = 0; n < 400; n++)
    device.read.mark(`${'abcd'[n % 4]}${String(n).padStart(11, 'x')}`, true);
  const old = buildBookmark({ ...buildSummary(0, '示例'), id: 'oldbookmark' }, new Date(0));
  device.texts.write('cangbao:bookmark:oldbookmark', formatBookmark(old));
  device.settings.change({ theme: 'sepia' });
  device.bookmarks.readAll();
  await device.own.note();
  isMerging = true;
  return { device, countTurns: () => turn };
}

test('what the reader does while another device’s changes are merged stays, whenever it is done', async () => {
  const { device: counting, countTurns } = await buildMany(() => {});
  const { device: other } = await buildMany(() => {});
  for (const shard of 'abcd') other.read.mark(`${shard}ooooooooooo`, true);
  other.settings.change({ density: 'compact' });
  sweep(other, 'eeeeeeeeffffffff');
  for (let n = 0; n < 120; n++)
    other.bookmarks.save({ ...buildSummary(n, '示例'), id: `bookmark${n}` });
  other.bookmarks.remove('oldbookmark');
  other.bookmarks.save({ ...buildSummary(1, '示例'), id: 'imported' });
  other.bookmarks.remove('imported');
  const file = await mergeWithFile(other, '');
  await mergeWithFile(counting, file);
  expect(countTurns()).toBeGreaterThan(10);
  for (let at = 0; at < countTurns(); at++) {
    const { device } = await buildMany((turn) => {
      if (turn === at) {
        for (const shard of 'abcd') device.read.mark(`${shard}mmmmmmmmmmm`, true);
        sweep(device, 'gggggggghhhhhhhh');
        // An import is quiet, and what renews a bookmark is not the reader.
        const imported = { ...buildSummary(1, '示例'), id: 'imported' };
        device.bookmarks.add([buildBookmark(imported, new Date(tick()))], true);
        device.bookmarks.renew({ ...buildSummary(0, '另一题'), id: 'oldbookmark' });
      }
      const isEven = at % 2 === 0;
      if (turn === at + 1 && isEven) device.settings.change({ fontSize: 22 });
      // Another tab empties the storage and writes again.
      if (turn === at + 2) {
        const stored = JSON.parse(device.storage.getItem('cangbao:settings') ?? '{}') as object;
        device.storage.setItem('cangbao:settings', JSON.stringify({ ...stored, theme: 'dark' }));
        device.events.dispatchEvent(Object.assign(new Event('storage'), { key: null }));
      }
    });
    // What is done in the moment in which it is seen what was done.
    const { read } = device.journal;
    let reads = 0;
    device.journal.read = async (name) => {
      const found = await read(name);
      if (name === 'read:a') reads += 1;
      // To compare all, to compare what was touched, to take it in.
      if (name === 'read:a' && reads === 3) device.read.mark('anotherread', true);
      return found;
    };
    const merged = await mergeWithFile(device, file);
    const expectAll = ({ read, settings, bookmarks }: OwnDevice) => {
      const { read: ids, covered, lastSweep } = read.readMarks();
      const wanted = [...'abcd'].flatMap((shard) => [`${shard}ooooooooooo`, `${shard}mmmmmmmmmmm`]);
      expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
      const all = covered + (lastSweep?.ids ?? '');
      expect(
        ['eeeeeeee', 'ffffffff', 'gggggggg', 'hhhhhhhh'].filter((id) => !all.includes(id)),
      ).toEqual([]);
      expect(settings.read()).toMatchObject({ density: 'compact' });
      expect(
        bookmarks.readAll().filter(({ id }) => /^(?:imported|bookmark\d+)$/.test(id)),
      ).toHaveLength(121);
      expect(bookmarks.readAll().some(({ id }) => id === 'oldbookmark')).toBe(false);
    };
    device.bookmarks.add([]);
    expectAll(device);
    if (at + 1 < countTurns() && at % 2 === 0) expect(device.settings.read().fontSize).toBe(22);
    if (at + 2 < countTurns()) expect(device.settings.read().theme).toBe('dark');
    expect(device.read.readMarks().read.has('anotherread')).toBe(reads >= 3);
    // What came too late for this file is in the next one.
    const fresh = buildDevice(tick);
    if (at === 0) {
      await mergeWithFile(fresh, merged);
      expectAll(fresh);
    }
    await mergeWithFile(fresh, await mergeWithFile(device, merged));
    expectAll(fresh);
  }
});
