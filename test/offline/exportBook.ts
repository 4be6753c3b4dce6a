import type { Locator, Page } from 'playwright-core';

/** The dialog 导出. */
export const findDialog = (page: Page): Locator => page.getByRole('dialog', { name: '导出' });

/** Opens it, and waits for its forms. */
export async function openChooser(page: Page): Promise<void> {
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await findDialog(page).getByRole('menuitem', { name: 'EPUB' }).waitFor();
}

/** Exports what is chosen as an EPUB; returns the file's path. `timeout` in milliseconds. */
export async function exportBook(page: Page, timeout = 60_000): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout }),
    findDialog(page).getByRole('menuitem', { name: 'EPUB' }).click(),
  ]);
  return download.path();
}
