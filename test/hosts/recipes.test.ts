import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { run, runHost } from '../../src/archive/command/host.ts';
import type { HostFacts } from '../../src/archive/hosts/HostFacts.ts';
import { HOST_RECIPES } from '../../src/archive/hosts/hostRecipes.ts';
import { readHostFacts } from '../../src/archive/hosts/readHostFacts.ts';
import { DEFAULT_SETTINGS } from '../../src/archive/site/SiteSettings.ts';

const FACTS: HostFacts = {
  language: 'en',
  base: '/%E6%96%B0%E9%97%BB/',
  path: '/新闻/',
  host: 'news.example',
  isHostKnown: true,
  isHttps: true,
  port: undefined,
  project: '/srv/my archive',
  output: '/srv/my archive/dist',
  target: undefined,
  content: '/srv/my archive/content',
  isCompressed: true,
  nodeFolder: '/usr/bin',
  repository: undefined,
};

const build = (name: string, facts: Partial<HostFacts> = {}) => {
  const recipe = HOST_RECIPES.find((each) => each.name === name);
  if (!recipe) throw new Error(name);
  return recipe.build({ ...FACTS, ...facts });
};

describe('every recipe', () => {
  const variants = HOST_RECIPES.flatMap(({ name }) =>
    [{}, { base: '/', path: '/' }, { isCompressed: false }, { isHostKnown: false }].map(
      (facts) => [name, facts] as const,
    ),
  );

  test.each(variants)('%s %o is whole in both languages', (name, facts) => {
    for (const language of ['zh', 'en'] as const) {
      const text = build(name, { ...facts, language });
      expect(text).not.toMatch(/undefined|^false$|\[object/m);
      expect(text).not.toMatch(/[ \t]$/m);
      expect(text.endsWith('\n')).toBe(true);
    }
    const [zh, en] = (['zh', 'en'] as const).map((language) => build(name, { ...facts, language }));
    const commands = (text = '') => text.replace(/^\s*#(?!!).*\n/gm, '');
    expect(commands(zh)).toBe(commands(en));
    expect(zh).not.toBe(en);
  });

  test.each(HOST_RECIPES)('$name freezes no host of pictures', ({ build: write }) => {
    expect(write(FACTS)).not.toMatch(/img-src/);
  });

  test('says its scripts in a form that a shell reads', () => {
    for (const name of ['rsync', 's3', 'oss', 'cos'])
      for (const facts of [{}, { isCompressed: false }, { output: "/srv/it's here/dist" }]) {
        const { status, stderr } = spawnSync('sh', ['-n'], {
          input: build(name, facts),
          encoding: 'utf8',
        });
        expect([name, status, stderr]).toEqual([name, 0, '']);
      }
  });
});

describe('GitHub', () => {
  const read = (facts: Partial<HostFacts> = {}) =>
    load(build('github', facts)) as { jobs: { build: { steps: Record<string, unknown>[] } } };

  test('builds each day and on each push, under the repository’s path', () => {
    const workflow = read();
    expect(workflow).toMatchObject({ on: { push: null, schedule: [{ cron: '17 21 * * *' }] } });
    const step = workflow.jobs.build.steps.find(({ run: line }) => line === 'npm run build');
    expect(step?.env).toEqual({
      BASE_PATH: '$' + '{{ steps.pages.outputs.base_path }}/',
      SITE_URL: '$' + '{{ steps.pages.outputs.base_url }}/',
      COMPRESS: 'off',
    });
  });

  test('takes an archive that lies outside from its own repository', () => {
    const { steps } = read({ content: '/srv/articles', repository: 'someone/cangbao' }).jobs.build;
    expect(steps.slice(0, 2)).toEqual([
      { uses: 'actions/checkout@v4', with: { repository: 'someone/cangbao' } },
      { uses: 'actions/checkout@v4', with: { path: 'articles' } },
    ]);
    expect(steps.find(({ run: line }) => line === 'npm run build')?.env).toMatchObject({
      CONTENT_DIR: 'articles',
    });
  });
});

test('hosts that publish a folder as their root get the site under its path, and _headers at the top', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cangbao-stage-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'dist'));
  for (const name of ['index.html', '_headers']) writeFileSync(join(folder, 'dist', name), name);
  const [, command = ''] = /command = "npm run build && (.*)"/.exec(build('netlify')) ?? [];
  for (let time = 0; time < 2; time++) {
    expect(spawnSync('sh', ['-c', command], { cwd: folder }).status).toBe(0);
    const { stdout } = spawnSync('find', ['publish', '-type', 'f'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout.trim().split('\n').sort()).toEqual([
      'publish/_headers',
      'publish/新闻/index.html',
    ]);
  }
  expect(build('cloudflare')).toContain('pages_build_output_dir = "./publish"');
  expect(build('cloudflare', { base: '/', path: '/' })).toContain('"./dist"');
});

describe('facts', () => {
  const read = (settings: object, target?: string) =>
    readHostFacts('/srv/cangbao', { ...DEFAULT_SETTINGS, ...settings }, { language: 'en', target });

  test('come from the settings', () => {
    const settings = {
      base: '/%E6%96%B0%E9%97%BB/',
      url: 'http://127.0.0.1:8080/',
      compress: true,
    };
    expect(read(settings)).toMatchObject({
      path: '/新闻/',
      host: '127.0.0.1',
      port: '8080',
      isHttps: false,
      isHostKnown: true,
      output: '/srv/cangbao/dist',
      isCompressed: true,
    });
    expect(read({})).toMatchObject({ host: 'example.org', isHostKnown: false });
  });

  test.each(['/var/www/a"b', '/var/www/$HOME', '/var/www/a\nb', '/var/www/{a}'])(
    'a name that a server’s file can’t hold is refused: %j',
    (target) => {
      expect(() => read({}, target)).toThrow(/can’t hold/);
    },
  );
});

describe('npm run host', () => {
  let said: { out: string; error: string };
  beforeEach(() => {
    said = { out: '', error: '' };
    const hear = (key: keyof typeof said) => (text: unknown) => {
      said[key] += text;
      return true;
    };
    vi.spyOn(process.stdout, 'write').mockImplementation(hear('out'));
    vi.spyOn(process.stderr, 'write').mockImplementation(hear('error'));
  });
  afterEach(() => vi.restoreAllMocks());

  test('lists all hosts without a name', () => {
    expect(run([])).toBe(0);
    for (const { name } of HOST_RECIPES) expect(said.out).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  test.each([
    ['nginix', /nginx/],
    ['Github ', /github/],
    ['apach', /apache/],
    ['iis', /there are nginx, caddy/],
  ])('names the nearest to %s', (name, message) => {
    expect(run([name])).toBe(1);
    expect(said.error).toMatch(message);
    expect(said.out).toBe('');
  });

  test('says how it is used where an option is wrong', () => {
    expect(run(['nginx', '--too', '/var/www'])).toBe(1);
    expect(said.error).toContain('--to /var/www/cangbao');
  });

  test('prints a recipe for the folder that is named', () => {
    expect(run(['nginx', '--to', '/var/www/news/'])).toBe(0);
    expect(said.out).toContain('alias "/var/www/news/";');
    expect(said.error).toMatch(
      /^Note: the site's address is not known.*Set url in site\.yaml.*\n$/,
    );
  });

  test('takes a whole path only', () => {
    expect(run(['nginx', '--to', 'www/news'])).toBe(1);
    expect(said.error).toContain('not “www/news”');
    expect(said.out).toBe('');
  });

  test('warns of a folder that the server’s user can’t enter', () => {
    const closed = mkdtempSync(join(tmpdir(), 'cangbao-closed-'));
    onTestFinished(() => rmSync(closed, { recursive: true }));
    mkdirSync(join(closed, 'site'));
    runHost(['caddy', '--to', join(closed, 'site')]);
    expect(said.out).toContain(closed);
    expect(said.error).toContain('closed to others');
  });
});
