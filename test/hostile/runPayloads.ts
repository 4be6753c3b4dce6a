import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../support/launchBrowser.ts';
import { attackTarget, type Outcome } from './attackTarget.ts';
import { type ALL_TARGETS, buildTargets, type Target } from './buildTargets.ts';
import type { Payload } from './readPayloads.ts';

/** All that one run of the harness saw. */
export type Result = { target: Target; outcome: Outcome }[];

/** Builds the sites, attacks each, and tells of each as soon as it is done. */
export async function runPayloads(
  payloads: readonly Payload[],
  wanted: typeof ALL_TARGETS,
  tell: (line: string) => void,
): Promise<Result> {
  const scratch = mkdtempSync(join(tmpdir(), 'cangbao-payloads-'));
  const browser = await launchBrowser();
  const result: Result = [];
  try {
    for (const target of buildTargets(scratch, payloads, wanted)) {
      const start = performance.now();
      const outcome = await attackTarget(browser, target, payloads);
      result.push({ target, outcome });
      const seconds = Math.round((performance.now() - start) / 1000);
      tell(`${formatOutcome(target, outcome)} (${seconds} s)`);
    }
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true });
  }
  return result;
}

const NAMES = {
  both: 'both layers',
  sanitizer: 'the sanitizer alone',
  policy: 'the policy alone',
  none: 'no layer',
};
const WAYS = { content: 'through content files', archive: 'into the JSON' };

function formatOutcome({ layers, way }: Target, outcome: Outcome): string {
  const { ran, left, broken, interrupted, outside } = outcome;
  const lines = [
    `${NAMES[layers]}, ${WAYS[way]}: ${ran.size} ran, ${left.length} led away, ${broken.length} not shown, ${interrupted.length} interrupted, ${outside.length} other requests`,
  ];
  const list = (title: string, items: readonly string[]) => {
    for (const item of items.slice(0, 10)) lines.push(`  ${title} ${item}`);
  };
  if (layers !== 'none')
    list(
      'ran:',
      [...ran].map((entry) => entry.join(': ')),
    );
  list('not shown:', broken);
  list('interrupted:', interrupted);
  if (layers !== 'none') {
    list('led away:', left);
    list('asked:', [...new Set(outside)]);
  }
  return lines.join('\n');
}
