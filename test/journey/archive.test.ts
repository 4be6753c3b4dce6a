import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findOnPage } from './findOnPage.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

/** Real files, which are other people's and not part of the project, where they lie beside it. */
const content = fileURLToPath(new URL('../../../shared/archive', import.meta.url));

describe.skipIf(!existsSync(content))(
  'the real archive (../shared/archive, where it exists)',
  () => {
    const journey = setUpJourney(() => ({ content }));

    test('every article opens on a phone, fits it and asks other hosts for pictures only', async () => {
      const page = await journey.visit('', { size: 'phone' });
      const { articles, catalogue } = journey.archive;
      await eventually(() => findOnPage.status(page).innerText()).toBe(
        `共 ${catalogue.root.count} 篇`,
      );
      expect(articles).toHaveLength(catalogue.root.count);
      await findOnPage.row(page, articles[0]?.title).click();
      const faults: string[] = [];
      for (const [index, article] of articles.entries()) {
        await eventually(() => findOnPage.heading(page).allInnerTexts()).toEqual([article.title]);
        await findOnPage.article(page).locator('.article-body > *').first().waitFor();
        const found = await findOnPage.article(page).evaluate((element) => {
          const wrong: string[] = [];
          for (let box: Element | null = element; box; box = box.parentElement) {
            if (box.scrollWidth > box.clientWidth) wrong.push(`${box.className} scrolls sideways`);
          }
          const text = element.textContent ?? '';
          if (/新浪财经APP|扫二维码|扫码|24小时滚动播报|appendQr/.test(text))
            wrong.push('promotion');
          for (const image of element.querySelectorAll('img')) {
            if (image.referrerPolicy !== 'no-referrer') wrong.push('referrer');
          }
          for (const link of element.querySelectorAll<HTMLAnchorElement>('.article-body a[href]')) {
            if (link.target !== '_blank' || !link.rel.includes('noreferrer')) wrong.push('link');
          }
          return wrong;
        });
        faults.push(...found.map((fault) => `${article.id}: ${fault}`));
        if (index < articles.length - 1) await findOnPage.neighbour(page, '下一篇').click();
      }
      expect(faults).toEqual([]);
      expect(journey.readOutside(page).pictures.length).toBeGreaterThan(10);
    });
  },
);
