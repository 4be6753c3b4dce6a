/**
 * Two devices of one reader and a file between them: whatever is done on either and whenever they meet, in the end
 * both show the same, of each thing the newest change, and nothing is lost.
 */
import { expect, test } from 'vitest';
import { TAG_COLORS } from '../../src/reader/bookmarks/createTagStore.ts';
import { sweepArticles, undoSweep } from '../../src/reader/read-state/sweepArticles.ts';
import fc from '../support/fastCheck.ts';
import { isDrill } from '../support/isDrill.ts';
import { buildDevice, IDS, mergeWithFile, type OwnDevice, readDevice } from './OwnDevice.ts';
import { buildSummary } from './setUpReader.tsx';

const NAMES = ['房产', '股市', '房产 ', 'Fed', 'FED'];

/** What a reader does, by numbers, so that a failing history can be made shorter. */
interface Step {
  device: 0 | 1;
  deed: number;
  article: number;
  choice: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  device: fc.constantFrom(0 as const, 1 as const),
  deed: fc.nat(16),
  article: fc.nat(IDS.length - 1),
  choice: fc.nat(5),
});

/** What the reader wants in the end: of each thing what was done last, wherever. */
interface Wanted {
  bookmarked: Map<string, boolean>;
  read: Map<string, boolean>;
  fontSize: number | undefined;
  searches: Map<string, boolean>;
}

function act(
  device: OwnDevice,
  { deed, article, choice }: Step,
  wanted: Wanted,
  now: () => number,
): void {
  const id = IDS[article] ?? '';
  const { bookmarks, labels, tags, read, places, settings, searches } = device;
  const isHere = bookmarks.readAll().some((each) => each.id === id);
  const tag = tags.readAll()[choice % Math.max(1, tags.readAll().length)];
  const list = {
    ids: IDS.slice(0, choice)
      .map((each) => each.slice(0, 8))
      .join(''),
    former: {},
  };
  if (deed <= 2 && !isHere) {
    bookmarks.save({ ...buildSummary(article, '示例'), id });
    wanted.bookmarked.set(id, true);
  } else if (deed === 3 && isHere) {
    bookmarks.remove(id);
    wanted.bookmarked.set(id, false);
  } else if (deed === 4 && isHere) {
    const shelf = choice < 2 ? 'later' : choice < 4 ? 'both' : undefined;
    labels.change([id], ({ shelf: _, ...rest }) => ({ ...rest, ...(shelf && { shelf }) }));
  } else if (deed === 5 && isHere) labels.change([id], (known) => ({ ...known, place: choice }));
  else if (deed <= 7) {
    const made = tags.make(NAMES[choice % NAMES.length] ?? '') ?? expect.fail('no tag');
    if (isHere) labels.change([id], (known) => ({ ...known, tags: [...known.tags, made.id] }));
  } else if (deed === 8) {
    labels.change([id], (known) => ({ ...known, tags: known.tags.slice(1) }));
  } else if (deed === 9 && tag) tags.rename(tag, NAMES[article] ?? '');
  else if (deed === 10 && tag) tags.paint(tag, TAG_COLORS[choice] ?? 'grey');
  else if (deed === 11 && tag) tags.remove(tag);
  else if (deed === 12) {
    // To say once more what is so here is no change.
    const { read: ids, unread } = read.readMarks();
    if (!(choice < 3 ? ids : unread).has(id)) wanted.read.set(id, choice < 3);
    read.mark(id, choice < 3);
  } else if (deed === 13) {
    const fontSize = ([15, 16, 17, 19, 20, 22] as const)[choice] ?? 15;
    if (settings.read().fontSize !== fontSize) wanted.fontSize = fontSize;
    settings.change({ fontSize });
  } else if (deed === 14 && choice < 4) places.save(id, { block: choice, offset: 0.5 });
  else if (deed === 14) places.remove(id);
  else if (deed === 15) {
    const query = `q=${NAMES[choice % NAMES.length]}`;
    const isKept = searches.read().kept.includes(query);
    if (isKept) searches.forget('kept', query);
    else searches.keep(query);
    wanted.searches.set(query, !isKept);
  } else if (choice < 4) {
    sweepArticles(device.texts, { category: '', list }, now());
    for (const each of IDS.slice(0, choice)) wanted.read.delete(each);
  } else {
    undoSweep(device.texts);
    for (const each of IDS) wanted.read.delete(each);
  }
}

async function live(steps: readonly Step[], meets: readonly number[]): Promise<void> {
  let time = Date.parse('2026-01-01T00:00:00Z');
  const tick = () => {
    time += 1000;
    return time;
  };
  const devices = [buildDevice(tick), buildDevice(tick)] as const;
  const wanted: Wanted = {
    bookmarked: new Map(),
    read: new Map(),
    fontSize: undefined,
    searches: new Map(),
  };
  let file = '';
  for (const [index, each] of steps.entries()) {
    const device = devices[each.device];
    act(device, each, wanted, tick);
    await device.own.note();
    if (meets.includes(index)) file = await mergeWithFile(device, file);
  }
  for (const device of [...devices, ...devices]) file = await mergeWithFile(device, file);
  const [one, other] = devices.map(readDevice);
  expect(one).toEqual(other);
  expect(await mergeWithFile(devices[0], file)).toBe(file);
  const { bookmarks, read, unread, settings, searches } = one ?? expect.fail('no device');
  const kept = [...wanted.bookmarked].filter(([, isWanted]) => isWanted).map(([id]) => id);
  expect(bookmarks.map(({ id }) => id).sort()).toEqual(kept.sort());
  for (const [id, isWanted] of wanted.read) expect(isWanted ? read : unread).toContain(id);
  const saved = [...wanted.searches].filter(([, isWanted]) => isWanted).map(([query]) => query);
  expect([...searches].sort()).toEqual(saved.sort());
  if (wanted.fontSize) expect(settings.fontSize).toBe(wanted.fontSize);
}

const runs = isDrill ? 1000 : 60;
test(`${runs} histories on two devices end alike, with nothing lost`, { timeout: 600_000 }, () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 40 }),
      fc.array(fc.nat(40), { maxLength: 8 }),
      live,
    ),
    { numRuns: runs },
  ),
);
