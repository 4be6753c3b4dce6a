/**
 * Marks in texts that have changed at random since: typos, moved and cut paragraphs, new ones. `npm run drill --
 * noteAnchors` prints the figures, of other texts each time.
 */
import { expect, test } from 'vitest';
import { findPassage } from '../../src/reader/marking/findPassage.ts';
import { placeNotes } from '../../src/reader/marking/placeNotes.ts';
import { buildQuote, trimPassage } from '../../src/reader/marking/plainText.ts';
import { createRandom } from '../bench/createRandom.ts';
import { isDrill } from '../support/isDrill.ts';
import { buildNote } from './buildNote.ts';
import { changeText, type Sign, writeText } from './changeText.ts';

const TEXTS = 500;
const MARKS = 8;

/** What became of a marked passage in a changed text: how much of it is left, and where. */
function follow(signs: Sign[], start: number, end: number) {
  const places = signs.flatMap(({ from }, at) => (from >= start && from < end ? [at] : []));
  const first = places[0] ?? -1;
  const isWhole =
    places.length === end - start &&
    places.every((place, index) => place === first + index) &&
    places.length > 0;
  return { places: new Set(places), first, isWhole };
}

test('marks whose words are still there are found, and none lands on other words', () => {
  const random = createRandom(isDrill ? Number(process.env.SEED ?? Date.now()) : 23);
  const count = { whole: 0, found: 0, changed: 0, changedFound: 0, gone: 0, twins: 0, wrong: 0 };
  const faults: string[] = [];
  for (let text = 0; text < TEXTS; text += 1) {
    const before = writeText(random);
    const signs = changeText(before, random);
    const after = signs.map(({ sign }) => sign).join('');
    for (let mark = 0; mark < MARKS; mark += 1) {
      const at = random.integer(0, before.length - 2);
      const long = random.pick([
        random.integer(2, 6),
        random.integer(6, 30),
        random.integer(30, 200),
      ]);
      const passage = trimPassage(before, at, Math.min(before.length, at + long));
      // Over a paragraph's end, whose characters are not followed, only some.
      if (!passage || before.slice(passage.start, passage.end).includes('\n')) continue;
      const { start, end } = passage;
      const quote = buildQuote(before, start, end);
      const { places, first, isWhole } = follow(signs, start, end);
      const found = findPassage(after, { quote, position: { start, end } });
      const part = places.size / (end - start);
      if (isWhole) count.whole += 1;
      else if (part >= 0.8) count.changed += 1;
      else count.gone += 1;
      if (!found) {
        if (isWhole) faults.push(`lost: ${quote.prefix}[${quote.exact}]${quote.suffix}`);
        continue;
      }
      const words = after.slice(found.start, found.end);
      const kept = signs
        .slice(found.start, found.end)
        .filter((_, i) => places.has(found.start + i));
      const isThere = kept.length / Math.max(words.length, places.size) >= 0.7;
      if (isWhole && found.start === first && words === quote.exact) count.found += 1;
      else if (isThere && !isWhole) count.changedFound += 1;
      else if (words === quote.exact) count.twins += 1;
      else {
        count.wrong += 1;
        faults.push(`wrong: ${quote.exact} -> ${words} (${part})`);
      }
    }
  }
  const share = count.found / count.whole;
  if (isDrill) {
    console.log(
      `${TEXTS} texts: of ${count.whole} marks whose words are still there ${count.found} are found`,
      `(${(share * 100).toFixed(2)} %), of ${count.changed} whose words changed a little`,
      `${count.changedFound}; of all ${count.twins} on the same words elsewhere, ${count.wrong} on others.`,
    );
    if (faults.length > 0) console.log(faults.slice(0, 40).join('\n'));
  }
  expect(faults.filter((fault) => fault.startsWith('wrong'))).toEqual([]);
  expect(share).toBeGreaterThanOrEqual(0.99);
  expect(count.changedFound / count.changed).toBeGreaterThanOrEqual(0.9);
  expect(count.twins).toBeLessThanOrEqual(0.005 * TEXTS * MARKS);
});

const TEXT =
  '第一段说的是码头。\n第二段说的是仓库，仓库里有粮食和木材。\n表格\n12.5%\n13.5%\n第三段说的是码头。';

function mark(words: string, at = TEXT.indexOf(words)) {
  const position = { start: at, end: at + words.length };
  return { quote: buildQuote(TEXT, position.start, position.end), position };
}

test('a mark over several paragraphs is found after a line was put before it', () => {
  const anchor = mark('码头。\n第二段说的是仓库');
  const text = `新的一行。\n${TEXT}`;
  const found = findPassage(text, anchor);
  expect(text.slice(found?.start, found?.end)).toBe('码头。\n第二段说的是仓库');
});

test('of equal words those with the same neighbours are found', () => {
  const [second] = [mark('码头', TEXT.lastIndexOf('码头'))];
  const text = `第三段说的是码头。\n${TEXT.replace('\n第三段说的是码头。', '')}`;
  expect(findPassage(text, second)?.start).toBe(6);
  const twins = '甲\n0\n乙\n0\n丙\n0';
  const zero = { quote: buildQuote(twins, 6, 7), position: { start: 6, end: 7 } };
  expect(findPassage(`新行\n1\n新行\n2\n${twins}`, zero)?.start).toBe(16);
  const heading = '一、总体要求\n很长的一段话。\n二、总体安排';
  const first = { quote: buildQuote(heading, 0, 6), position: { start: 0, end: 6 } };
  expect(findPassage('二、总体要求', first)).toBeUndefined();
  const cell = mark('12.5%');
  expect(findPassage(TEXT.replace('12.5%', '11.5%'), cell)).toBeUndefined();
  expect(findPassage(TEXT.replace('12.5%\n', ''), cell)).toBeUndefined();
});

test('marks are found in an article that stands in the other script by now; the lost stand last', async () => {
  const notes = [
    buildNote('lost', mark('木材')),
    buildNote('found', mark('第二段说的是仓库')),
    buildNote('first', mark('码头')),
  ];
  const text = '第一段說的是碼頭。\n第二段說的是倉庫，倉庫裡什麼也沒有。';
  const placed = await placeNotes(text, notes);
  expect(placed.map(({ note }) => note.id)).toEqual(['first', 'found', 'lost']);
  expect(placed.map(({ passage }) => passage && text.slice(passage.start, passage.end))).toEqual([
    '碼頭',
    '第二段說的是倉庫',
    undefined,
  ]);
});
