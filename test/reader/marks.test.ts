// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { createMarks } from '../../src/reader/read-state/createMarks.ts';
import { isRead } from '../../src/reader/read-state/createReadStore.ts';
import { createKeyValueStore } from '../../src/reader/storage/KeyValueStore.ts';
import { buildSummary } from './setUpReader.tsx';

beforeEach(() => window.localStorage.clear());

const openTab = () => createMarks(createKeyValueStore(window.localStorage));
const article = { id: 'abc' };

describe('read marks', () => {
  it('are kept, and two tabs do not overwrite each other', () => {
    const [one, other] = [openTab(), openTab()];
    one.read.mark('abc', true);
    other.read.mark('abd', true);
    expect([...openTab().read.readMarks().read]).toEqual(['abc', 'abd']);
  });

  it('give the same object until something of theirs changes', () => {
    const { read, places } = openTab();
    const before = read.readMarks();
    places.save('abc', { block: 3, offset: 0.5 });
    expect(read.readMarks()).toBe(before);
    read.mark('abc', true);
    expect(read.readMarks()).not.toBe(before);
  });

  it.each(['{', '[]', '{"read":3}', '{"read":[1,null],"unread":{}}'])(
    'of damaged text %s are none',
    (text) => {
      window.localStorage.setItem('cangbao:read:a', text);
      window.localStorage.setItem('cangbao:covered', text);
      window.localStorage.setItem('cangbao:covered:last', text);
      const { read } = openTab();
      expect(isRead(read.readMarks(), article)).toBe(false);
      read.mark('abc', true);
      expect(isRead(read.readMarks(), article)).toBe(true);
    },
  );

  it('stay small: the oldest of 1,100 with one first character give way', () => {
    const { read } = openTab();
    for (let n = 0; n < 1100; n += 1) read.mark(`a${n}`, true);
    const ids = read.readMarks().read;
    expect(ids.size).toBe(1000);
    expect(ids.has('a1099')).toBe(true);
    expect(ids.has('a99')).toBe(false);
  });
});

describe('visits and places', () => {
  it('keep the last 300 of each', () => {
    let time = 0;
    const tick = () => {
      time += 1000;
      return new Date(time);
    };
    const { visits, places } = createMarks(createKeyValueStore(window.localStorage), tick);
    for (let n = 0; n < 310; n += 1) {
      visits.save(buildSummary(n, '示例'));
      places.save(`p${n}`, { block: n, offset: 0 });
    }
    expect(visits.readAll()).toHaveLength(300);
    expect(visits.readAll()[0]?.id).toBe('id0309');
    expect(places.read('p309')).toMatchObject({ block: 309 });
    expect(places.read('p0')).toBeUndefined();
    expect(Object.keys(window.localStorage)).toHaveLength(600);
  });

  it.each(['{', '{"block":-1,"offset":0}', '{"block":1.5,"offset":0}', '{"block":1,"offset":9}'])(
    'pass over the damaged place %s',
    (text) => {
      window.localStorage.setItem('cangbao:place:abc', text);
      expect(openTab().places.read('abc')).toBeUndefined();
    },
  );
});
