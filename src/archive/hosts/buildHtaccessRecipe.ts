import type { HostFacts } from './HostFacts.ts';
import { writeApacheModules, writeApacheRules } from './writeApacheRules.ts';
import { chooseWords, joinLines } from './writeText.ts';

/** Builds a `.htaccess`. */
export function buildHtaccessRecipe(facts: HostFacts): string {
  const say = chooseWords(facts);
  return joinLines(
    say(
      `# 存为主机上网站文件夹（网址 ${facts.path}）里的 .htaccess，和 index.html 在一起。`,
      `# Save as .htaccess in the site's folder on the host (address ${facts.path}), beside index.html.`,
    ),
    writeApacheModules(say),
    writeApacheRules(facts).trimEnd(),
  );
}
