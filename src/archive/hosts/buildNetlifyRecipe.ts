import type { HostFacts } from './HostFacts.ts';
import { STAGE, stageUnderPath } from './stageUnderPath.ts';
import { chooseWords, joinLines } from './writeText.ts';

/** Builds a `netlify.toml`. */
export function buildNetlifyRecipe(facts: HostFacts): string {
  const { base, path } = facts;
  const say = chooseWords(facts);
  const isBelow = base !== '/';
  return joinLines(
    say(
      '# 藏报 → Netlify。存为项目文件夹里的 netlify.toml。',
      '# 藏报 → Netlify. Save as netlify.toml in the project’s folder.',
    ),
    say(
      '# 缓存、安全策略写在构建生成的 _headers 里，404 页是 404.html，压缩由 Netlify 做。',
      '# Caching and policy are in the _headers of each build; 404.html is found; Netlify compresses.',
    ),
    '[build]',
    `  command = "npm run build${isBelow ? ` && ${stageUnderPath(facts)}` : ''}"`,
    `  publish = "${isBelow ? STAGE : 'dist'}"`,
    '',
    '[build.environment]',
    '  NODE_VERSION = "22"',
    '  COMPRESS = "off"',
    isBelow && `  BASE_PATH = "${path}"`,
    isBelow &&
      joinLines(
        '',
        say('# 不是文件的网址', '# Addresses that are no file'),
        '[[redirects]]',
        `  from = "${base}*"`,
        `  to = "${base}404.html"`,
        '  status = 404',
      ).trimEnd(),
  );
}
