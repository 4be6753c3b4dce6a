import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Closes the dialog by its button, and waits until it has left the history, too: a script that goes on to another
 * address is faster than any reader, and would meet that on its way.
 */
export async function closeDialog(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  await waitForClosed(page);
}

/** Waits until nothing in the history stands for a dialog that was closed. */
export async function waitForClosed(page: Page): Promise<void> {
  const readLayers = () => page.evaluate(() => window.history.state?.layers);
  await expect.poll(readLayers, { timeout: 10_000, interval: 25 }).toBeUndefined();
}
