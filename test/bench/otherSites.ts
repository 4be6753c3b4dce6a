/**
 * Plain sites of other generators over the same content files: a page for each article with title, time and text, lists
 * with 100 titles a page, and nothing else. Each does less than ours does (no cleaning, no lists by category).
 */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readVersion } from './describeMachine.ts';
import type { Command } from './runCommand.ts';

/** Another generator that is installed here. */
export interface Generator {
  name: string;
  /**
   * Its front matter must begin with the file and have ISO dates: it gets such copies, written outside of the timing.
   */
  needsCopies: boolean;
  /** Makes a site in `folder` whose output goes to `folder/out`; gives the command that builds it. */
  prepare(folder: string, content: string): Command;
}

/** Finds the generators that are installed, and says how the others could take part. */
export function findGenerators(): { generators: Generator[]; notes: string[] } {
  const generators: Generator[] = [];
  const notes: string[] = [];
  const hugo = readVersion('hugo', ['version'], 'Hugo');
  const eleventy = readVersion('eleventy', ['--version'], 'Eleventy');
  const hexo = process.env.HEXO_DIR;

  if (hugo) generators.push({ name: hugo, needsCopies: false, prepare: prepareHugo });
  else notes.push('Hugo was not measured: no `hugo` in PATH.');
  if (eleventy) generators.push({ name: eleventy, needsCopies: true, prepare: prepareEleventy });
  else notes.push('Eleventy was not measured: no `eleventy` in PATH.');
  if (hexo) generators.push(describeHexo(hexo));
  else
    notes.push(
      'Hexo was not measured: HEXO_DIR names no folder with hexo, hexo-renderer-marked and hexo-generator-index.',
    );
  return { generators, notes };
}

function prepareHugo(folder: string, content: string): Command {
  write(folder, 'config.json', {
    baseURL: 'https://example.org/',
    title: 'bench',
    paginate: 100,
    // Off, as in a plain archive; they would only take time.
    disableKinds: ['RSS', 'sitemap', 'taxonomy', 'term', 'robotsTXT', '404'],
    timeout: '10m',
    markup: { goldmark: { renderer: { unsafe: true } } },
    module: {
      mounts: [
        { source: content, target: 'content' },
        { source: 'layouts', target: 'layouts' },
      ],
    },
  });
  const time = '<time>{{ .Date.Format "2006-01-02 15:04" }}</time>';
  const row = `<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> ${time}</li>`;
  const next = '{{ with .Paginator.Next }}<a href="{{ .URL }}">next</a>{{ end }}';
  const list = `<ol>{{ range (.Paginate site.RegularPages).Pages }}${row}{{ end }}</ol>${next}`;
  write(folder, 'layouts/_default/single.html', page(`${time}{{ .Content }}`, '{{ .Title }}'));
  write(folder, 'layouts/_default/list.html', page(list, '{{ .Title }}'));
  const args = ['--source', folder, '--destination', join(folder, 'out'), '--quiet'];
  return { program: 'hugo', args: [...args, '--noBuildLock'] };
}

function prepareEleventy(folder: string, content: string): Command {
  symlinkSync(content, join(folder, 'articles'));
  const config = {
    dir: { input: '.', output: 'out', includes: '_includes' },
    markdownTemplateEngine: false,
  };
  write(folder, '.eleventy.js', `module.exports = () => (${JSON.stringify(config)})`);
  write(folder, 'articles.json', {});
  write(
    folder,
    '_includes/article.njk',
    page('{{ page.date }}{{ content | safe }}', '{{ title }}'),
  );
  write(folder, '_data/layout.js', 'module.exports = "article.njk"');
  // Without tags, all pages are one collection.
  const front = [
    '---',
    'layout: false',
    'pagination:',
    '  data: collections.all',
    '  size: 100',
    'permalink: "lists/{{ pagination.pageNumber }}/index.html"',
    'eleventyExcludeFromCollections: true',
    '---',
  ];
  const row =
    '<li><a href="{{ article.url }}">{{ article.data.title }}</a> {{ article.date }}</li>';
  const list = `<ol>{% for article in pagination.items %}${row}{% endfor %}</ol>`;
  write(folder, 'list.njk', `${front.join('\n')}\n${page(list, 'bench')}`);
  return { program: 'eleventy', args: ['--quiet'], cwd: folder };
}

function describeHexo(installed: string): Generator {
  const { version } = readPackage(join(installed, 'node_modules/hexo/package.json'));
  return {
    name: `Hexo ${version}`,
    needsCopies: true,
    prepare: (folder, content) => prepareHexo(folder, content, installed),
  };
}

function prepareHexo(folder: string, content: string, installed: string): Command {
  const { dependencies } = readPackage(join(installed, 'package.json'));
  write(folder, 'package.json', { hexo: {}, dependencies });
  symlinkSync(join(installed, 'node_modules'), join(folder, 'node_modules'));
  write(folder, '_config.yml', {
    title: 'bench',
    url: 'https://example.org',
    public_dir: 'out',
    theme: 'bench',
    per_page: 100,
    index_generator: { per_page: 100 },
    syntax_highlighter: '',
  });
  mkdirSync(join(folder, 'source'), { recursive: true });
  symlinkSync(content, join(folder, 'source/_posts'));
  const layouts = join('themes/bench/layout');
  write(
    folder,
    join(layouts, 'post.njk'),
    page('{{ page.date }}{{ page.content | safe }}', '{{ page.title }}'),
  );
  const row = '<li><a href="{{ post.path }}">{{ post.title }}</a> {{ post.date }}</li>';
  const list = `<ol>{% for post in page.posts.toArray() %}${row}{% endfor %}</ol>`;
  write(folder, join(layouts, 'index.njk'), page(list, 'bench'));
  const program = join(installed, 'node_modules/.bin/hexo');
  return { program, args: ['generate', '--silent'], cwd: folder };
}

function readPackage(file: string): { version: string; dependencies?: Record<string, string> } {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** A page in the template language of whoever reads it. */
function page(body: string, title: string): string {
  const head = `<head><meta charset="utf-8"><title>${title}</title></head>`;
  return `<!doctype html>\n<html lang="zh-CN">${head}<body><h1>${title}</h1>${body}</body></html>\n`;
}

function write(folder: string, path: string, content: string | object): void {
  const file = join(folder, path);
  if (existsSync(file)) throw new Error(`${file} exists`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 1));
}
