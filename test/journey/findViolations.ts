import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, Result } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type AxeWindow = { axe: { run: (page: Document, options: object) => Promise<AxeResults> } };

/** How a page may look: a colour scheme, colours forced by the system, or a theme of the reader's choice. */
export const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
  sepia: { colorScheme: 'light', forcedColors: 'none', theme: 'sepia' },
  black: { colorScheme: 'dark', forcedColors: 'none', theme: 'black' },
} as const;

export type Look = keyof typeof looks;

/** Gives the page that look. */
export async function setLook(page: Page, look: Look): Promise<void> {
  const { colorScheme, forcedColors, ...rest } = looks[look];
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
  const theme = 'theme' in rest ? rest.theme : 'system';
  await page.evaluate((value) => {
    document.documentElement.dataset.theme = value;
  }, theme);
}

/** Gives what axe finds on the page, one line per element, and what it can't decide to `takeUndecided`. */
export async function findViolations(
  page: Page,
  takeUndecided: (results: Result[]) => void = () => undefined,
): Promise<string[]> {
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
  takeUndecided(incomplete);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
  );
}

/**
 * Lists what axe doesn't look at: a page that scrolls sideways, and what is too small to be hit (24 px; links in text
 * aside).
 */
export function findSmallTargets(page: Page): Promise<string[]> {
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
