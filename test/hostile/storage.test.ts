import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage, readHeading } from '../journey/findOnPage.ts';
import { eventually, setUpJourney } from '../journey/setUpJourney.ts';
import { writeLongContent } from '../journey/writeLongContent.ts';
import { isDrill } from '../support/isDrill.ts';
import { BROKEN_BOOKMARKS, BROKEN_SETTINGS, STRANGE_BOOKMARKS } from './malformedTexts.ts';

/** What the browser keeps for the reader may be damaged, full or forbidden, and two tabs write at once. */
const journey = setUpJourney(async () => ({ content: await writeLongContent() }));

test('among damaged texts the app starts, the good ones stay, and it says so', async () => {
  // A bookmark may show a picture of a host that the archive has nothing more from.
  const page = await journey.visit('icon.svg', { mayFail: /a\.example/ });
  await page.evaluate(
    ([broken = [], strange = [], settings = '']) => {
      for (const [n, text] of (broken as string[]).entries())
        localStorage.setItem(`cangbao:bookmark:broken${n}`, text);
      for (const [n, text] of (strange as string[]).entries())
        localStorage.setItem(`cangbao:bookmark:strange${n}`, text);
      localStorage.setItem('cangbao:settings', settings as string);
    },
    [[...BROKEN_BOOKMARKS], [...STRANGE_BOOKMARKS], BROKEN_SETTINGS.at(-1) ?? ''],
  );
  await page.goto(`${journey.server.url}saved`);
  await eventually(() => findOnPage.status(page).innerText()).toBe(
    `共 ${STRANGE_BOOKMARKS.length} 篇收藏`,
  );
  await eventually(() => page.getByText('条记录读不出来').innerText()).toContain(
    `有 ${BROKEN_BOOKMARKS.length + 1} 条`,
  );
  const kept = await page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith('cangbao:damaged:')),
  );
  expect(kept).toHaveLength(BROKEN_BOOKMARKS.length + 1);
});

/** Storage of which nothing is left, or which the browser keeps from the page, as it does where cookies are blocked. */
const REFUSALS: Record<string, () => void> = {
  full: () => {
    for (let size = 2 ** 20; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (let n = 0; ; n++) localStorage.setItem(`filler${size}-${n}`, 'x'.repeat(size));
      } catch {
        // No room for this size: a smaller one.
      }
    }
  },
  forbidden: () => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Access is denied', 'SecurityError');
      },
    });
  },
  absent: () => {
    Object.defineProperty(window, 'localStorage', { value: undefined });
  },
};

test.each(Object.keys(REFUSALS))(
  'a bookmark lives in memory where storage is %s, and the page says so',
  async (name) => {
    const page = await journey.visit('icon.svg');
    await page.context().addInitScript(REFUSALS[name] as () => void);
    await page.goto(`${journey.server.url}a/${journey.archive.articles[3]?.id}`);
    await findOnPage.bookmark(page).click();
    await eventually(() => findOnPage.bookmark(page).getAttribute('aria-pressed')).toBe('true');
    await page.getByText('浏览器没有让本站保存收藏').waitFor();
    await findOnPage.main(page, '收藏夹').click();
    await eventually(() => readHeading(page)).toBe('收藏夹');
    await eventually(() => findOnPage.status(page).innerText()).toBe('共 1 篇收藏');
  },
);

/** Runs in the page: opens each article as a link of the app does and presses its bookmark button. */
async function toggle(articles: { id: string; title: string }[]): Promise<void> {
  for (const { id, title } of articles) {
    history.pushState(null, '', `/a/${id}`);
    let button: HTMLElement | undefined;
    while (!button) {
      await new Promise((done) => setTimeout(done));
      if (document.querySelector('h1')?.textContent !== title) continue;
      button = [...document.querySelectorAll<HTMLElement>('button[aria-pressed]')].find(
        (each) => each.textContent === '收藏',
      );
    }
    button.click();
  }
}

/** How many bookmarks each of two tabs sets, and how many of these it takes away again. */
const [SET, TAKEN] = isDrill ? [120, 80] : [6, 2];

test(`two tabs toggle ${SET + TAKEN} bookmarks each at once: none is lost, and each shows the other’s`, async () => {
  const articles = journey.archive.articles.map(({ id, title }) => ({ id, title }));
  expect(articles.length).toBeGreaterThanOrEqual(2 * SET);
  const first = await journey.visit();
  const second = await first.context().newPage();
  await second.goto(journey.server.url);
  const own = [articles.slice(0, SET), articles.slice(SET, 2 * SET)];
  const run = (page: Page, mine: typeof articles = []) =>
    page.evaluate(toggle, [...mine, ...mine.slice(0, TAKEN)]);
  await Promise.all([run(first, own[0]), run(second, own[1])]);
  const expected = own.flatMap((mine) => mine.slice(TAKEN).map(({ id }) => id)).sort();
  for (const page of [first, second]) {
    // What takes removals back comes with the first of them.
    const readHeld = () =>
      page.evaluate(() =>
        Object.keys(localStorage)
          .filter((key) => key.startsWith('cangbao:bookmark:'))
          .filter((key) => !localStorage[key].includes('removedAt'))
          .map((key) => key.slice('cangbao:bookmark:'.length))
          .sort(),
      );
    await eventually(readHeld).toEqual(expected);
    await findOnPage.main(page, '收藏夹').click();
    // What takes a removal back is a status, too, as long as it stands there.
    await page.getByText(`共 ${expected.length} 篇收藏`).waitFor();
  }

  // What one tab does, the other shows.
  const start = Date.now();
  await first.evaluate(
    toggle,
    articles.filter(({ id }) => id === expected[0]),
  );
  await second.getByText(`共 ${expected.length - 1} 篇收藏`).waitFor();
  process.stdout.write(`the other tab shows a change after ${Date.now() - start} ms\n`);
}, 300_000);
