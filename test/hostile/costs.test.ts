import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildOurCommand, listBuildCaches } from '../bench/ourSite.ts';
import { type Cost, runCommand } from '../bench/runCommand.ts';
import { isDrill } from '../support/isDrill.ts';

const HEAD = "---\ntitle: '大'\ncategories:\n - 甲\ndate: 2022-05-20 08:00:00\n---\n";
const PARAGRAPH = '<p>　　末班车推迟了半个小时，站台上的人一个一个走了。</p>\n';
const MEGABYTES = 10_000_000;

/** Bodies of 10 MB in the shapes that cost most, and of elements without end. */
const BODIES: Record<string, string> = {
  'paragraphs, 10 MB': fill(PARAGRAPH),
  'one line of text, 10 MB': fill('末班车推迟了半个小时。'),
  'broken markup, 10 MB': fill(`<div style="x"><font size=1>${PARAGRAPH}&ldquo;啊</font></div>`),
  'one <pre>, 10 MB': `<pre>${fill('let a = 1;\n')}`,
  'Western words, 10 MB': `<font>${fill('let a be one, ')}<b>`,
  'blank lines, 10 MB': `<font>${fill(' \n')}<b>`,
  'elements, 10 MB': `<font>${fill('<b>啊</b>')}`,
  'line breaks, 10 MB': fill('<br>'),
  'comments, 10 MB': fill('<!---->'),
  'fonts that are never closed': `<p>${listFonts(3000)}${'<p>啊'.repeat(3000)}`,
  '10,000 deep, divs': `${'<div>'.repeat(10_000)}底`,
  '10,000 deep, quotes': `${'<blockquote>'.repeat(10_000)}底`,
  '10,000 deep, tables': `${'<table><tr><td>'.repeat(10_000)}底`,
  '5,000 pictures': Array.from(
    { length: 5000 },
    (_, n) => `<img src="https://p.example/${n}.png">`,
  ).join(''),
};

function fill(piece: string): string {
  return piece.repeat(Math.ceil(MEGABYTES / Buffer.byteLength(piece)));
}

function listFonts(count: number): string {
  return Array.from({ length: count }, (_, n) => `<font size="${n}">`).join('');
}

/**
 * What one huge file adds to a build, beside a build of one small file. Only in `npm run drill -- costs`, which
 * prints it: the times are those of the machine and of what else it does.
 */
test.runIf(isDrill)('huge files', { timeout: 900_000 }, async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'cangbao-costs-'));
  const build = async (name: string, body: string): Promise<Cost> => {
    const content = join(scratch, name.replaceAll(/\W+/g, '-'));
    mkdirSync(content);
    writeFileSync(join(content, 'small.md'), HEAD + PARAGRAPH);
    if (body !== '') writeFileSync(join(content, 'huge.md'), HEAD + body);
    try {
      return await runCommand(buildOurCommand(content, join(scratch, 'dist')));
    } finally {
      // Not the last one, the app: it is bundled once.
      for (const cache of listBuildCaches(content).slice(0, -1))
        rmSync(cache, { recursive: true, force: true });
    }
  };
  try {
    await build('bundles the app', '');
    const small = await build('small', '');
    const rows: Record<string, object> = {};
    for (const [name, body] of Object.entries(BODIES)) {
      const cost = await build(name, body);
      rows[name] = {
        'seconds more': (cost.seconds - small.seconds).toFixed(1),
        'processor more': ((cost.processor ?? 0) - (small.processor ?? 0)).toFixed(1),
        'MB more': Math.round((cost.megabytes ?? 0) - (small.megabytes ?? 0)),
      };
    }
    console.table(rows);
    expect(Object.keys(rows)).toHaveLength(Object.keys(BODIES).length);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});
