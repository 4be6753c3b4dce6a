import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { findOnPage } from './findOnPage.ts';
import { listViews } from './listViews.ts';
import { setUpJourney, type VisitOptions } from './setUpJourney.ts';

/**
 * axe finds nothing on any screen. A sample of widths and colours here; the whole table with `CANGBAO_DRILL=on`.
 * What axe can't decide is counted by rule and printed, to be looked at.
 */
const journey = setUpJourney();
const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const table: Record<string, Record<string, number>> = {};
const undecided = new Map<string, Set<string>>();

/** How a page may look: a colour scheme, colours forced by the system, or a theme of the reader's choice. */
const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
  sepia: { colorScheme: 'light', forcedColors: 'none', theme: 'sepia' },
  black: { colorScheme: 'dark', forcedColors: 'none', theme: 'black' },
} as const;

const all = Object.keys(looks) as (keyof typeof looks)[];
const plan: [width: number, chosen: (keyof typeof looks)[]][] =
  process.env.CANGBAO_DRILL === 'on'
    ? [
        [320, all],
        [768, all],
        [1280, all],
      ]
    : [
        [320, ['forced']],
        [1280, ['dark']],
      ];

type AxeWindow = { axe: { run: (page: Document, options: object) => Promise<AxeResults> } };

/** Gives what axe found, one line per element. */
async function findViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await axeSource);
  const { violations, incomplete, passes } = await page.evaluate(
    (values) =>
      (window as unknown as AxeWindow).axe.run(document, {
        runOnly: { type: 'tag', values },
        resultTypes: ['violations', 'incomplete'],
        // It would copy the style sheets into <style> elements, which the page's policy refuses; no rule here needs it.
        preload: false,
      }),
    tags,
  );
  expect(passes.length).toBeGreaterThan(10);
  for (const { id, nodes } of incomplete) {
    const seen = undecided.get(id) ?? new Set();
    for (const { html, any } of nodes) {
      seen.add(`${any[0]?.message.slice(0, 90)} ${html.slice(0, 90)}`);
    }
    undecided.set(id, seen);
  }
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
  );
}

async function inspect(page: Page, view: string, chosen: readonly (keyof typeof looks)[]) {
  const found: string[] = [];
  const counts = table[view] ?? {};
  table[view] = counts;
  for (const look of chosen) {
    const { colorScheme, forcedColors, ...rest } = looks[look];
    await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
    const theme = 'theme' in rest ? rest.theme : 'system';
    await page.evaluate((value) => {
      document.documentElement.dataset.theme = value;
    }, theme);
    const violations = [...(await findViolations(page)), ...(await findFaults(page))];
    counts[`${page.viewportSize()?.width} ${look}`] = violations.length;
    found.push(...violations.map((violation) => `${view}, ${look}: ${violation}`));
  }
  return found;
}

/**
 * What axe doesn't look at: a page that scrolls sideways, and what is too small to be hit (24 px; links in text
 * aside).
 */
function findFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push('the page scrolls sideways');
    const controls = 'button, select, input, summary, [role="option"], nav a, .row-title';
    for (const control of document.querySelectorAll<HTMLElement>(controls)) {
      const box = (control.closest('label') ?? control).getBoundingClientRect();
      const isDrawn = control.checkVisibility() && box.width > 0 && box.right > 0 && box.bottom > 0;
      // The bars of months are neighbours in a strip, one stop for the keyboard; each month is in the list too.
      if (!isDrawn || control.closest('.months, .row')) continue;
      if (Math.min(box.width, box.height) < 24) {
        faults.push(
          `${Math.round(box.width)}x${Math.round(box.height)}: ${control.outerHTML.slice(0, 90)}`,
        );
      }
    }
    return faults;
  });
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
