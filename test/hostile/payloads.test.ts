import { beforeAll, describe, expect, test } from 'vitest';
import { isDrill } from '../support/isDrill.ts';
import { ALL_TARGETS } from './buildTargets.ts';
import { OWN_PAYLOADS } from './ownPayloads.ts';
import { readPayloads } from './readPayloads.ts';
import { type Result, runPayloads } from './runPayloads.ts';

/**
 * Nothing that an article or its fields hold may run, with both layers (the sanitizer in the browser; the content
 * policy with Trusted Types) and with each alone. Without them it does run, so the detector sees. `npm run drill --
 * payloads` takes every payload and every way in, this is a sample.
 */
const SAMPLE = [0, 1, 2, 3, 10, 12, 20, 25].map((index) => ({
  name: `own ${index}`,
  markup: OWN_PAYLOADS[index] ?? '',
}));
const payloads = isDrill ? readPayloads() : SAMPLE;
/** What the build lets through is less than what an archive can hold. */
const targets = ALL_TARGETS.filter(([, way]) => isDrill || way === 'archive');
let result: Result;

beforeAll(
  async () => {
    result = await runPayloads(payloads, targets, (line) => process.stdout.write(`${line}\n`));
  },
  isDrill ? 3_600_000 : 180_000,
);

const find = (layers: string) =>
  result.filter(({ target }) => target.layers === layers).map(({ outcome }) => outcome);

describe('payloads', () => {
  test('run where there is no defence, and the detector sees it', () => {
    const names = [...(find('none')[0]?.ran.keys() ?? [])];
    for (const name of ['own 0', 'own 1', 'own 2']) expect(names).toContain(`${name} in body`);
  });

  test.each(['both', 'sanitizer', 'policy'])('don’t run with these layers: %s', (layers) => {
    const outcomes = find(layers);
    expect(outcomes.length).toBeGreaterThan(0);
    for (const { ran, left, broken, interrupted, outside } of outcomes) {
      expect(Object.fromEntries(ran)).toEqual({});
      expect(outside).toEqual([]);
      // Alone, the policy lets markup be: some of it reloads the page, moves it to another address or takes all room.
      if (layers !== 'policy')
        expect({ left, broken, interrupted }).toEqual({ left: [], broken: [], interrupted: [] });
    }
  });
});
