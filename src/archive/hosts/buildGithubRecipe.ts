import { basename } from 'node:path';
import type { HostFacts } from './HostFacts.ts';
import { chooseWords, indent, joinLines } from './writeText.ts';

/** Builds a workflow that publishes on GitHub Pages: each day, and whenever something is pushed. */
export function buildGithubRecipe(facts: HostFacts): string {
  const { content, project, repository } = facts;
  const say = chooseWords(facts);
  const isApart = !`${content}/`.startsWith(`${project}/`);
  const engine = repository ?? 'OWNER/cangbao';
  const folder = isApart ? basename(content) : 'archive';
  return joinLines(
    say(
      '# 藏报 → GitHub Pages。仓库的 Settings > Pages 里，Source 选 GitHub Actions。',
      '# 藏报 → GitHub Pages. In the repository’s Settings > Pages, choose GitHub Actions as the source.',
    ),
    isApart
      ? say(
          '# 存在文章所在的仓库里：.github/workflows/publish.yml；藏报 从它自己的仓库取来。',
          '# Save in the repository of your articles as .github/workflows/publish.yml; 藏报 comes from its own.',
        )
      : say(
          '# 存为 .github/workflows/publish.yml；文章也在这个仓库里。',
          '# Save as .github/workflows/publish.yml; the articles are in this repository, too.',
        ),
    say(
      '# GitHub Pages 做不到的：缓存时间不能自己定，什么都存 10 分钟；网站不能超过 1 GB。',
      '# What GitHub Pages can’t do: other cache times than 10 minutes for everything; sites of more than 1 GB.',
    ),
    isApart &&
      !repository &&
      say('# OWNER/cangbao 换成藏报的仓库。', '# Put the repository of 藏报 for OWNER/cangbao.'),
    'name: publish',
    'on:',
    '  push:',
    '  workflow_dispatch:',
    '  schedule:',
    say('    # 每天北京时间 5:17', '    # Each day at 21:17 UTC'),
    "    - cron: '17 21 * * *'",
    'concurrency:',
    '  group: pages',
    '  cancel-in-progress: false',
    'jobs:',
    '  build:',
    '    if: github.ref_name == github.event.repository.default_branch',
    '    runs-on: ubuntu-latest',
    '    permissions:',
    '      contents: read',
    '      pages: read',
    '    steps:',
    '      - uses: actions/checkout@v4',
    isApart && indent(`with:\n  repository: ${engine}`, '        '),
    isApart && `      - uses: actions/checkout@v4\n        with:\n          path: ${folder}`,
    !isApart &&
      indent(
        joinLines(
          say(
            '# 文章在另一个仓库里：去掉这几行的 #',
            '# Articles in another repository: take the # away',
          ),
          '# - uses: actions/checkout@v4',
          '#   with:',
          '#     repository: OWNER/NAME',
          '#     path: archive',
        ).trimEnd(),
        '      ',
      ),
    '      - uses: actions/setup-node@v4',
    '        with:',
    '          node-version: 22',
    '          cache: npm',
    '      - id: pages',
    '        uses: actions/configure-pages@v5',
    say(
      '      # 构建从这里知道移动过的文章，旧网址就通向新网址',
      '      # By this the build knows moved articles, and their old addresses lead on',
    ),
    '      - run: |',
    '          mkdir -p dist/archive',
    '          curl -fsSL "$' + '{{ steps.pages.outputs.base_url }}/archive/ids.txt" \\',
    '            -o dist/archive/ids.txt || rm -rf dist',
    '      - run: npm ci',
    '      - run: npm run build',
    '        env:',
    `          ${isApart ? '' : '# '}CONTENT_DIR: ${folder}`,
    say(
      '          # 网址由仓库名决定',
      '          # The address follows from the repository’s name',
    ),
    '          BASE_PATH: $' + '{{ steps.pages.outputs.base_path }}/',
    '          SITE_URL: $' + '{{ steps.pages.outputs.base_url }}/',
    "          COMPRESS: 'off'",
    '      - uses: actions/upload-pages-artifact@v3',
    '        with:',
    '          path: dist',
    '  publish:',
    '    needs: build',
    '    runs-on: ubuntu-latest',
    '    permissions:',
    '      pages: write',
    '      id-token: write',
    '    environment:',
    '      name: github-pages',
    '      url: $' + '{{ steps.deployment.outputs.page_url }}',
    '    steps:',
    '      - id: deployment',
    '        uses: actions/deploy-pages@v4',
  );
}
