import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { isDrill } from '../support/isDrill.ts';
import { findOnPage } from './findOnPage.ts';
import { findSmallTargets, findViolations, type Look, looks, setLook } from './findViolations.ts';
import { listViews } from './listViews.ts';
import { setUpJourney, type VisitOptions } from './setUpJourney.ts';

/**
 * axe finds nothing on any screen. A sample of widths and colours here (a narrow one, in forced colours, is in
 * `smallAndSpaced.test.ts`); the whole table in the drill. What axe can't decide is counted by rule and printed, to be
 * looked at.
 */
const journey = setUpJourney();

const table: Record<string, Record<string, number>> = {};
const undecided = new Map<string, Set<string>>();

const all = Object.keys(looks) as Look[];
const plan: [width: number, chosen: Look[]][] = isDrill
  ? [
      [320, all],
      [768, all],
      [1280, all],
    ]
  : [[1280, ['dark']]];

async function inspect(page: Page, view: string, chosen: readonly Look[]) {
  const found: string[] = [];
  const counts = table[view] ?? {};
  table[view] = counts;
  for (const look of chosen) {
    await setLook(page, look);
    const violations = await findViolations(page, (results) => {
      for (const { id, nodes } of results) {
        const seen = undecided.get(id) ?? new Set();
        for (const { html, any } of nodes) {
          seen.add(`${any[0]?.message.slice(0, 90)} ${html.slice(0, 90)}`);
        }
        undecided.set(id, seen);
      }
    });
    violations.push(...(await findSmallTargets(page)));
    counts[`${page.viewportSize()?.width} ${look}`] = violations.length;
    found.push(...violations.map((violation) => `${view}, ${look}: ${violation}`));
  }
  return found;
}

const settings: VisitOptions = { mayFail: /catalogue|\/articles\/|ERR_/, isBare: true };

test.each(plan)('every view at %i px', { timeout: 600_000 }, async (width, chosen) => {
  const page = await journey.visit('', { ...settings, size: width < 640 ? 'phone' : 'desktop' });
  await page.setViewportSize({ width, height: 800 });
  const found: string[] = [];
  for (const [name, open] of listViews(journey)) {
    await open(page);
    found.push(...(await inspect(page, name, chosen)));
  }
  expect(found).toEqual([]);
});

test('the sheet of categories', async () => {
  const page = await journey.visit('', { ...settings, size: 'phone' });
  await findOnPage.sheetButton(page).click();
  await findOnPage.tree(page).waitFor();
  expect(await inspect(page, 'sheet', ['light', 'dark'])).toEqual([]);
});

afterAll(() => {
  console.table(table);
  for (const [rule, nodes] of undecided) console.log(rule, [...nodes].slice(0, 12));
});
