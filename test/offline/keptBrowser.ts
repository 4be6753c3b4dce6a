import type { BrowserContext, Page } from 'playwright-core';

/** Goes before each notice that a page shows, in its console. */
export const NOTICE = 'notice ';

/** Where a page of the same origin stands that is none of the reader's. */
export const PROBE_PATH = 'icon.svg';

/**
 * Prepares a browser's pages: their clock goes as far wrong, and localStorage has as much room, as two cookies say, and
 * each notice is told to the console, however short it stands there.
 */
export async function prepareBrowser(context: BrowserContext): Promise<void> {
  await context.addInitScript(prepare, { notice: NOTICE, probe: PROBE_PATH });
}

/** Sets how far the clock is wrong, in milliseconds, or how much localStorage takes, in characters; 0: as usual. */
export async function setCookie(
  context: BrowserContext,
  url: string,
  name: 'shift' | 'room',
  value: number,
): Promise<void> {
  await context.addCookies([{ name, value: String(value), url }]);
}

/** Runs in each page before its own scripts. */
function prepare({ notice, probe }: { notice: string; probe: string }): void {
  if (!window.location.protocol.startsWith('http') || window.location.pathname.endsWith(probe))
    return;
  const read = (name: string) =>
    Number(new RegExp(`(?:^|; )${name}=(-?\\d+)`).exec(document.cookie)?.[1] ?? 0);

  const RealDate = Date;
  const now = () => RealDate.now() + read('shift');
  class WrongDate extends RealDate {
    constructor(...values: []) {
      super(...((values.length === 0 ? [now()] : values) as []));
    }
    static override now = now;
  }
  window.Date = WrongDate as DateConstructor;

  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = function (this: Storage, key: string, text: string) {
    const room = read('room');
    const others = Object.entries(this).filter(([name]) => name !== key);
    const size = [...others, [key, text]].reduce((sum, entry) => sum + entry.join('').length, 0);
    // What takes no more room than before is taken, as browsers do.
    const grows = text.length > (this.getItem(key) ?? '').length;
    if (room > 0 && size > room && grows) throw new DOMException('full', 'QuotaExceededError');
    setItem.call(this, key, text);
  };

  const seen = new Set<string>();
  new MutationObserver(() => {
    for (const { textContent } of document.querySelectorAll('.notice')) {
      if (!textContent || seen.has(textContent)) continue;
      seen.add(textContent);
      console.debug(notice + textContent);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Opens a page of the same origin that is none of the reader's. */
export async function openProbe(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url + PROBE_PATH);
  return page;
}

/** Lets a page's renderer die, and closes what is left of it. */
export async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash', { timeout: 5000 });
  void session.send('Page.crash').catch(() => undefined); // it has nobody to answer
  await crashed;
  await page.close();
}
