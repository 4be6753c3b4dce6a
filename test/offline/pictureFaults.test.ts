/**
 * What is wrong with a picture costs that picture: the article says how many are missing, and trying again mends it.
 */
import { expect, test } from 'vitest';
import { isDrill } from '../support/isDrill.ts';
import type { PictureFault } from '../support/startPictureHost.ts';
import { findRow } from './findRow.ts';
import { findLies, readStore } from './inspectStore.ts';
import { setUpOffline } from './setUpOffline.ts';
import { buildSentence } from './writeOfflineContent.ts';

/** Fault, whether the picture may be read, and the reason that is told; without one the picture is fine. */
const allFaults: readonly [PictureFault, 'cors' | 'plain', string | undefined][] = [
  ['refused page', 'cors', 'refused'],
  ['refused page', 'plain', 'not-a-picture'],
  ['html', 'cors', 'not-a-picture'],
  ['html', 'plain', 'not-a-picture'],
  ['empty', 'cors', 'incomplete'],
  ['empty', 'plain', 'not-a-picture'],
  ['truncated', 'cors', 'incomplete'],
  ['cut off', 'cors', 'incomplete'],
  // How many bytes were promised can't be seen of an answer that may not be read.
  ['cut off', 'plain', 'network'],
  ['close', 'cors', 'network'],
  ['silent', 'cors', 'too-slow'],
  ['large', 'cors', 'too-large'],
  ['svg with script', 'cors', undefined],
  [{ delay: 1000 }, 'plain', undefined],
];
/** A sample: a host that says nothing is given up after 20 seconds. */
const faults = allFaults.filter(([fault]) => isDrill || fault !== 'silent');

const addresses = faults.map(
  ([, kind], index) => `https://pictures.test/${kind}/fault-${index}.png`,
);
const world = setUpOffline('faults', { count: 1, listPictures: () => addresses });

test('every fault is told, and only what is missing is fetched again', async () => {
  const reader = await world.newReader();
  const { page } = reader;
  await reader.open();
  await findRow(page, 0).click();
  await page.locator('.article-body').getByText(buildSentence(0)).waitFor();
  world.pictures.setFault((path) => faults[Number(/fault-(\d+)/.exec(path)?.[1])]?.[0]);
  world.pictures.requests.length = 0;
  await page.getByRole('button', { name: '收藏' }).click();
  const missing = faults.filter(([, , reason]) => reason !== undefined).length;
  await page.getByText(`缺 ${missing} 张图片`).first().waitFor({ timeout: 60_000 });

  const stored = await readStore(page);
  const [record] = stored.records;
  const told = addresses.map(
    (address) => record?.pictures.find((picture) => picture.address === address)?.reason,
  );
  expect(
    Object.fromEntries(
      told.map((reason, index) => [`${faults[index]?.[0]} ${faults[index]?.[1]}`, reason]),
    ),
  ).toEqual(
    Object.fromEntries(faults.map(([fault, kind, reason]) => [`${fault} ${kind}`, reason])),
  );
  expect(findLies(stored)).toEqual([]);
  expect(world.server.requests).not.toContain('/stolen');
  expect(world.pictures.requests.map(({ referrer }) => referrer).filter(Boolean)).toEqual([]);

  world.pictures.setFault();
  world.pictures.requests.length = 0;
  await page.getByRole('button', { name: '重试' }).first().click();
  await page.getByText('已可离线阅读').first().waitFor();
  const again = new Set(world.pictures.requests.map(({ path }) => path));
  expect(again.size).toBe(missing);
  expect(findLies(await readStore(page))).toEqual([]);
}, 120_000);

test('bytes that can not be told from a whole picture are found by their end', async () => {
  const { findPictureFault } = await import('../../src/reader/copies/findPictureFault.ts');
  const { buildPng } = await import('../support/buildPng.ts');
  const png = buildPng('any');
  expect(findPictureFault(png, 'image/png')).toBe(undefined);
  expect(findPictureFault(png.subarray(0, -40), 'image/png')).toBe('incomplete');
  expect(findPictureFault(new Uint8Array([0xff, 0xd8, 1, 2, 0xff, 0xd9, 0]), '')).toBe(undefined);
  expect(findPictureFault(new Uint8Array([0xff, 0xd8, 1, 2, 3]), '')).toBe('incomplete');
  expect(findPictureFault(new Uint8Array(0), 'image/png')).toBe('incomplete');
  expect(findPictureFault(new TextEncoder().encode('<svg></svg>'), 'image/svg+xml')).toBe(
    undefined,
  );
});
