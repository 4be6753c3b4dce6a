import type { Locator, Page } from 'playwright-core';

/** What must be on screen for a tap to have done its work. */
export interface Sign {
  selector: string;
  /** Its words; any will do where it is left out. */
  text?: string;
}

/** Taps, and gives the milliseconds until each of the signs is painted, counted from the finger's touch. */
export async function timeTap(page: Page, target: Locator, signs: Sign[]): Promise<number[]> {
  await page.evaluate(listenForTap, signs);
  await target.tap();
  return readTimes(page);
}

/** Does something in the page at once, and gives the milliseconds until each of the signs is painted. */
export async function timeJump(page: Page, selector: string, signs: Sign[]): Promise<number[]> {
  await page.evaluate(listenForTap, signs);
  await page.evaluate((where) => {
    window.dispatchEvent(new PointerEvent('pointerdown'));
    const box = document.querySelector(where);
    box?.scrollTo(0, box.scrollHeight);
  }, selector);
  return readTimes(page);
}

type BenchWindow = { benchTimes: Promise<number[]> };

/** Runs in the page. */
function listenForTap(signs: Sign[]): void {
  function isThere({ selector, text }: Sign): boolean {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element || element.getClientRects().length === 0) return false;
    return text === undefined ? element.innerText !== '' : element.innerText.includes(text);
  }

  function waitFor(sign: Sign): Promise<number> {
    return new Promise((resolve) => {
      const end = () => resolve(performance.now());
      // What is there when a frame begins is painted by the time the next one does.
      const look = () => requestAnimationFrame(isThere(sign) ? end : look);
      requestAnimationFrame(look);
    });
  }

  const times = new Promise<number[]>((resolve) => {
    async function start() {
      const begin = performance.now();
      const ends = await Promise.all(signs.map(waitFor));
      resolve(ends.map((end) => end - begin));
    }
    window.addEventListener('pointerdown', () => void start(), { capture: true, once: true });
  });
  Object.assign(window, { benchTimes: times });
}

function readTimes(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as BenchWindow).benchTimes);
}
