import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findOnPage, hasFocus } from './findOnPage.ts';
import { eventually, setUpJourney } from './setUpJourney.ts';

/** Reading aloud, with a voice that only notes what it is to say. */
const journey = setUpJourney();

type Spoken = { text: string; rate: number };

/** Gives the browser one Chinese voice, whose sentences end when `finish` says so. */
async function giveVoice(page: Page) {
  await page.addInitScript(() => {
    const spoken: { text: string; rate: number }[] = [];
    let current: SpeechSynthesisUtterance | undefined;
    const voice = { lang: 'zh-CN', localService: true, name: '示例', default: true, voiceURI: '' };
    const fake = {
      getVoices: () => [voice],
      addEventListener() {},
      removeEventListener() {},
      cancel() {
        current = undefined;
      },
      speak(utterance: SpeechSynthesisUtterance) {
        current = utterance;
        spoken.push({ text: utterance.text, rate: utterance.rate });
      },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: fake });
    Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { set() {} });
    const finish = () => current?.onend?.call(current, new Event('end') as SpeechSynthesisEvent);
    Object.assign(window, { spoken, finish });
  });
}

const readSpoken = (page: Page) =>
  page.evaluate(() => (window as unknown as { spoken: Spoken[] }).spoken);
const finish = (page: Page) =>
  page.evaluate(() => (window as unknown as { finish: () => void }).finish());
const readMarked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map(String).join('').trim());

test('sentences follow each other, are marked and kept in sight; paragraphs can be skipped', async () => {
  const page = await journey.visit('saved', { size: 'phone' });
  await giveVoice(page);
  const article = journey.archive.articles.find(({ html }) => html.split('<p>').length > 8);
  await page.goto(`${journey.server.url}a/${article?.id}`, { waitUntil: 'commit' });
  await page.getByRole('button', { name: '朗读' }).click();
  const bar = page.getByRole('toolbar', { name: '朗读' });
  await bar.waitFor();
  const text = await findOnPage.article(page).locator('.article-body').innerText();
  const squeeze = (words: string) => words.replace(/\s/g, '');
  for (let turn = 0; turn < 6; turn += 1) {
    const last = (await readSpoken(page)).at(-1)?.text ?? '';
    await eventually(() => readMarked(page)).toBe(last);
    expect(squeeze(text)).toContain(squeeze(last));
    await finish(page);
  }
  const before = (await readSpoken(page)).length;
  await bar.getByRole('button', { name: '下一段' }).click();
  await eventually(async () => (await readSpoken(page)).length).toBe(before + 1);
  await bar.getByRole('combobox', { name: '语速' }).selectOption('1.5 倍');
  await eventually(async () => (await readSpoken(page)).at(-1)?.rate).toBe(1.5);
  for (let turn = 0; turn < 12; turn += 1) await finish(page);
  const box = await page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('spoken') ?? [])];
    return (range as Range).getBoundingClientRect().toJSON() as DOMRect;
  });
  expect(box.top).toBeGreaterThan(50);
  expect(box.bottom).toBeLessThan(915);

  await bar.getByRole('button', { name: '暂停' }).click();
  await bar.getByRole('button', { name: '继续' }).waitFor();
  await bar.getByRole('button', { name: '关闭' }).click();
  await eventually(() => readMarked(page)).toBe('');
  expect(await hasFocus(page.getByRole('button', { name: '朗读' }))).toBe(true);
});

test('where there are no voices there is no button', async () => {
  const page = await journey.visit('');
  await findOnPage.row(page).first().click();
  await findOnPage.bookmark(page).waitFor();
  expect(await page.getByRole('button', { name: '朗读' }).count()).toBe(0);
});
