import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildContentFile, buildSvg, writeContent } from '../site/writeContent.ts';
import { runFolderVariable } from '../support/buildSite.ts';

const SETTINGS = `title: 码头旧报
description: 一座港口城市的旧新闻
accent: "#1a5fb4"
logo: logo.svg
icon: icon.svg
about: about.md
footer:
  - text: 京ICP备00000001号
    link: https://beian.example/
  - 由读者整理
licence: 文章版权归原作者所有
categories:
  names: { 港口/公告: 公告栏 }
  hidden: [内部]
pinned: [公告/公告3.md]
taken_down:
  - article: 公告/公告5.md
    reason: 应作者要求撤下。
head:
  - <meta name="verify" content="abc">
  - <script>window.countOfVisits = 1;</script>
head_hosts: [stats.example]
`;
/** Inline in the page where it is small; a file where it is not. */
export const ownIcon = buildSvg(64, 64, `<!-- ${'藏'.repeat(2000)} -->`);

/** Writes the owner's content folder, with more than one page of articles where `count` is large. */
export async function writeOwnContent(count: number): Promise<string> {
  const runFolder = process.env[runFolderVariable] ?? '';
  const folder = join(runFolder, `own-content-${count}`);
  const draft = await mkdtemp(join(runFolder, 'own-content-'));
  await mkdir(draft, { recursive: true });
  const files: Record<string, string> = {
    'site.yaml': SETTINGS,
    'logo.svg': buildSvg(90, 40, '<rect width="90" height="40" fill="#1a5fb4"/>'),
    'icon.svg': ownIcon,
    'about.md': '# 关于本站\n\n存放**旧报**。\n\n## 来源\n\n- 一\n- 二\n\n![标志](logo.svg)\n',
    '内部.md': buildContentFile('仓库钥匙', ['内部', '旧稿'], 1),
  };
  const body = `<p>${'码头上的一天从清早开始，三条航线同时恢复。'.repeat(20)}</p>`;
  for (let day = 1; day <= count; day += 1) {
    files[`公告/公告${day}.md`] = buildContentFile(`第${day}号公告`, ['港口', '公告'], day, body);
  }
  writeContent(draft, files);
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
}
