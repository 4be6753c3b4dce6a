// @vitest-environment jsdom
/** 全部标为已读 covers what was there, and nothing else; it can be taken back. */

import { beforeEach, describe, expect, it } from 'vitest';
import type { ListIds } from '../../src/model/ListIds.ts';
import { createReadStore, isRead } from '../../src/reader/read-state/createReadStore.ts';
import {
  dismissSweep,
  sweepArticles,
  undoSweep,
} from '../../src/reader/read-state/sweepArticles.ts';
import { createKeyValueStore } from '../../src/reader/storage/KeyValueStore.ts';
import fc from '../support/fastCheck.ts';

beforeEach(() => window.localStorage.clear());

let time = 0;
function openTab(storage = window.localStorage) {
  const texts = createKeyValueStore(storage);
  return {
    ...createReadStore(texts),
    sweep(category: string, list: ListIds) {
      time += 1000;
      return sweepArticles(texts, { category, list }, time);
    },
    undoSweep: () => undoSweep(texts),
    dismissSweep: () => dismissSweep(texts),
  };
}
/** An id as the archive gives them; two that differ do so in their first eight characters. */
const buildId = (n: number) =>
  `${n.toString(2).padStart(10, '0').replaceAll('0', 'a').replaceAll('1', 'b')}aa`.slice(2);
const buildList = (...ids: string[]): ListIds => ({
  ids: ids.map((id) => id.slice(0, 8)).join(''),
  former: {},
});
const [one, two, three, four] = [1, 2, 3, 4].map(buildId) as [string, string, string, string];

function listRead(store = openTab(), ids = [one, two, three, four]): string[] {
  return ids.filter((id) => isRead(store.readMarks(), { id }));
}

describe('全部标为已读', () => {
  it('covers what was there and nothing that comes later, whatever its date', () => {
    expect(openTab().sweep('日报', buildList(one, two))).toBe(2);
    expect(listRead()).toEqual([one, two]);
  });

  it('is taken back by another page of the same reader, and leaves what was read before', () => {
    const store = openTab();
    store.mark(one, true);
    expect(store.sweep('日报', buildList(one, two))).toBe(1);
    openTab().undoSweep();
    expect(listRead(store)).toEqual([one]);
    expect(store.readMarks().lastSweep).toBeUndefined();
  });

  it('taken back leaves the sweeps before it as they were', () => {
    const store = openTab();
    store.sweep('日报', buildList(one, two));
    store.sweep('', buildList(one, two, three));
    expect(store.readMarks().lastSweep).toMatchObject({ category: '', count: 1 });
    store.undoSweep();
    expect(listRead()).toEqual([one, two]);
    store.undoSweep();
    expect(listRead()).toEqual([one, two]);
  });

  it('covers what was marked as unread by hand, and gives the mark back', () => {
    const store = openTab();
    store.sweep('日报', buildList(one, two));
    store.mark(one, false);
    expect(listRead()).toEqual([two]);
    expect(store.sweep('日报', buildList(one, two))).toBe(1);
    expect(listRead()).toEqual([one, two]);
    store.undoSweep();
    expect(listRead()).toEqual([two]);
  });

  it('pressed twice can still be taken back, though it was dismissed', () => {
    const store = openTab();
    store.sweep('日报', buildList(one, two));
    store.dismissSweep();
    expect(store.readMarks().lastSweep?.isSeen).toBe(true);
    expect(store.sweep('日报', buildList(one, two))).toBe(0);
    expect(store.readMarks().lastSweep).toMatchObject({ count: 2 });
    expect(store.readMarks().lastSweep?.isSeen).toBeUndefined();
    store.undoSweep();
    expect(listRead()).toEqual([]);
  });

  it('covers an article that was moved since, under its former id', () => {
    const store = openTab();
    store.sweep('日报', buildList(one));
    expect(isRead(store.readMarks(), { id: two, formerIds: [one] })).toBe(true);
    expect(isRead(store.readMarks(), { id: two, formerIds: [three] })).toBe(false);
    const moved = { ...buildList(two, three), former: { [two.slice(0, 8)]: [one.slice(0, 8)] } };
    expect(store.sweep('日报', moved)).toBe(1);
  });

  it('in one category costs the others nothing where there is no room for what they covered', () => {
    openTab().sweep('日报', buildList(one, two));
    openTab().mark(three, false);
    const full = new Proxy(window.localStorage, {
      get(target, name) {
        if (name !== 'setItem') {
          const value = Reflect.get(target, name);
          return typeof value === 'function' ? value.bind(target) : value;
        }
        return (key: string, text: string) => {
          if (key === 'cangbao:covered') throw new DOMException('no', 'QuotaExceededError');
          target.setItem(key, text);
        };
      },
    });
    openTab(full).sweep('周报', buildList(four));
    // As the next page finds it.
    expect(listRead()).toEqual([one, two, four]);
    expect(openTab().readMarks().unread).toEqual(new Set([three]));
  });

  it('holds in any sequence of sweeps, undoings and marks', () => {
    const ids = Array.from({ length: 12 }, (_, n) => buildId(n * 37));
    const some = fc.subarray(ids);
    const step = fc.oneof(
      fc.record({ type: fc.constant('sweep' as const), ids: some }),
      fc.record({
        type: fc.constant('mark' as const),
        id: fc.constantFrom(...ids),
        to: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), some, (steps, last) => {
        window.localStorage.clear();
        const expected = new Set<string>();
        for (const each of steps) {
          if (each.type === 'sweep') openTab().sweep('', buildList(...each.ids));
          else openTab().mark(each.id, each.to);
          const changed = each.type === 'sweep' ? each.ids : [each.id];
          for (const id of changed) {
            if (each.type === 'mark' && !each.to) expected.delete(id);
            else expected.add(id);
          }
          expect(listRead(undefined, ids)).toEqual(ids.filter((id) => expected.has(id)));
        }
        const count = openTab().sweep('另一类', buildList(...last));
        expect(count).toBe(last.filter((id) => !expected.has(id)).length);
        openTab().undoSweep();
        expect(listRead(undefined, ids)).toEqual(ids.filter((id) => expected.has(id)));
      }),
      { numRuns: 60 },
    );
  });

  it('of 20,000 articles takes 160 KB, of 100,000 800 KB, and asks no more of a row than a moment', () => {
    for (const count of [20_000, 100_000]) {
      window.localStorage.clear();
      const all = Array.from({ length: count }, (_, n) =>
        (n * 2_654_435_761 * 97)
          .toString(32)
          .padStart(8, '0')
          .slice(-8)
          .replace(/[0189]/g, 'x'),
      );
      openTab().sweep('', { ids: all.join(''), former: {} });
      const size = Object.values({ ...window.localStorage }).join('').length;
      expect(size).toBeLessThan(count * 8 + 200);
      const store = openTab();
      store.readMarks();
      const start = performance.now();
      for (const id of all.slice(0, 1000)) isRead(store.readMarks(), { id: `${id}aaaa` });
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});
