import type { HostFacts } from './HostFacts.ts';
import { STAGE, stageUnderPath } from './stageUnderPath.ts';
import { chooseWords, joinLines } from './writeText.ts';

/** Builds a `wrangler.toml` for Cloudflare Pages. */
export function buildCloudflareRecipe(facts: HostFacts): string {
  const { base } = facts;
  const say = chooseWords(facts);
  const isBelow = base !== '/';
  const folder = isBelow ? STAGE : 'dist';
  return joinLines(
    say(
      '# 藏报 → Cloudflare Pages。存为项目文件夹里的 wrangler.toml，然后每次运行：',
      '# 藏报 → Cloudflare Pages. Save as wrangler.toml in the project’s folder; then each time:',
    ),
    `#   npm run build${isBelow ? ` && ${stageUnderPath(facts)}` : ''} && npx wrangler pages deploy`,
    say(
      '# 用 Git 自动发布的话，在 Pages 的构建设置里写：构建命令是上面除最后一步以外的，',
      '# With Git instead, in the build settings of Pages: as the command, the line above without its last step,',
    ),
    say(
      `# 输出目录 ${folder}，环境变量 NODE_VERSION=22。`,
      `# output folder ${folder}, variable NODE_VERSION=22.`,
    ),
    say(
      '# 限制：最多 20,000 个文件（COMPRESS=on 时每篇文章算三个，所以这里要 off），每个文件最多 25 MiB。',
      '# Limits: 20,000 files (with COMPRESS=on an article is three, so leave it off here), 25 MiB each.',
    ),
    say(
      '# 缓存、安全策略写在构建生成的 _headers 里，404 页是 404.html，压缩由 Cloudflare 做。',
      '# Caching and policy are in the _headers of each build; 404.html is found; Cloudflare compresses.',
    ),
    'name = "cangbao"',
    `pages_build_output_dir = "./${folder}"`,
    'compatibility_date = "2025-01-01"',
  );
}
