import type { Browser } from 'playwright-core';
import { findOnPage } from '../journey/findOnPage.ts';
import type { RunningHost } from './startProgram.ts';

/** What a reader saw of a site in a real browser. */
export interface Visit {
  rows: number;
  /** Title of the article that its address opened. */
  title: string;
  /** Whether the list stood again after the host was gone. */
  isReadOffline: boolean;
  /** What the browser told of scripts and policies. */
  troubles: string[];
}

/**
 * Reads the list and an article on a host, waits until the app says that it needs none, ends the host, and loads the
 * page again.
 */
export async function readOnHost(browser: Browser, host: RunningHost, id: string): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const troubles: string[] = [];
    let isGone = false;
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => {
      // The page of an address that is no file has the status 404, and what is offline fails: the browser tells both.
      const isExpected = isGone || /status of 404/.test(message.text());
      const isOther = message.type() === 'error' && !isExpected;
      if (isOther) troubles.push(message.text());
    });
    await page.goto(host.url);
    const links = findOnPage.list(page).getByRole('link');
    await links.first().waitFor();
    const rows = await links.count();
    await page.goto(`${host.url}a/${id}`);
    const heading = findOnPage.article(page).getByRole('heading', { level: 1 });
    await heading.waitFor();
    const title = (await heading.textContent()) ?? '';
    await page.goto(`${host.url}offline`);
    await page.getByText('没有网络也能打开').waitFor();
    await page.goto(host.url);
    await links.first().waitFor();
    isGone = true;
    await host.close();
    await page.reload();
    const isReadOffline = await links
      .first()
      .waitFor()
      .then(
        () => true,
        () => false,
      );
    return { rows, title, isReadOffline, troubles };
  } finally {
    await context.close();
  }
}
