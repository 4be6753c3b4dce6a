import { constants, existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { HostFacts } from '../hosts/HostFacts.ts';
import { HOST_RECIPES } from '../hosts/hostRecipes.ts';
import { readHostFacts } from '../hosts/readHostFacts.ts';
import { readSite } from '../site/readSite.ts';
import { suggestName } from '../site/suggestName.ts';
import { ExpectedError, type Message, pickLanguage } from './Message.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Recipes that read the files of this machine. */
const SERVERS = ['nginx', 'caddy', 'apache'];

/** `npm run host`. Returns the exit code. */
export function run(args: string[]): number {
  try {
    runHost(args);
    return 0;
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/**
 * `npm run host -- nginx`: prints what a host needs to serve the site, ready to be saved. Without a name, lists the
 * hosts. Throws ExpectedError for a name that there isn't.
 */
export function runHost(args: string[], root = ROOT): void {
  const { name, target } = readArguments(args);
  const language = pickLanguage();
  if (name === undefined) {
    process.stdout.write(listRecipes()[language]);
    return;
  }
  const recipe = HOST_RECIPES.find((each) => each.name === name.toLowerCase());
  if (!recipe) throw new ExpectedError(describeUnknown(name));
  const { settings } = readSite(root);
  const facts = readHostFacts(root, settings, { language, target });
  process.stdout.write(recipe.build(facts));
  if (!SERVERS.includes(recipe.name)) return;
  for (const warning of [describeUnknownHost(facts), describeClosedFolder(facts)])
    if (warning) process.stderr.write(`${warning[language]}\n`);
}

function readArguments(args: string[]): { name: string | undefined; target: string | undefined } {
  let parsed: { values: { to?: string }; positionals: string[] };
  try {
    const options = { to: { type: 'string' } } as const;
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new ExpectedError(listRecipes());
  }
  const { values, positionals } = parsed;
  if (values.to !== undefined && !isAbsolute(values.to)) {
    throw new ExpectedError({
      zh: `--to 要写完整的路径，例如 /var/www/cangbao，不是“${values.to}”。`,
      en: `--to takes a whole path such as /var/www/cangbao, not “${values.to}”.`,
    });
  }
  return { name: positionals[0], target: values.to };
}

function listRecipes(): Message {
  const width = Math.max(...HOST_RECIPES.map(({ name }) => name.length)) + 2;
  const list = (language: keyof Message) =>
    HOST_RECIPES.map(({ name, line }) => `  ${name.padEnd(width)}${line[language]}\n`).join('');
  return {
    zh: `打印一种主机的设置，存下来就能用：npm run -s host -- nginx > 文件
${list('zh')}网站不在 dist 里时，写出它在哪里：npm run -s host -- nginx --to /var/www/cangbao
`,
    en: `Prints the settings of a host, ready to be saved: npm run -s host -- nginx > FILE
${list('en')}Where the site is not in dist, say where: npm run -s host -- nginx --to /var/www/cangbao
`,
  };
}

function describeUnknown(name: string): Message {
  const names = HOST_RECIPES.map((each) => each.name);
  const meant = suggestName(name, names);
  return {
    zh: `没有主机“${name}”；${meant ? `是不是想写 ${meant}？` : `可以写的有 ${names.join('、')}。`}`,
    en: `There is no host “${name}”; ${meant ? `did you mean ${meant}?` : `there are ${names.join(', ')}.`}`,
  };
}

/** The recipe has a host to be replaced; who saves it unread gets the server's own first page. */
function describeUnknownHost({ isHostKnown, host }: HostFacts): Message | undefined {
  if (isHostKnown) return undefined;
  return {
    zh: `注意：还不知道网站的地址，用 ${host} 代替。先在 site.yaml 里写 url，再运行一次。`,
    en: `Note: the site's address is not known, and ${host} stands for it. Set url in site.yaml and run this again.`,
  };
}

/** A server runs as a user of its own, who must pass every folder above the site's; a home is mostly closed. */
function describeClosedFolder({ output, target }: HostFacts): Message | undefined {
  const isOpen = (folder: string): boolean => {
    if (!existsSync(folder)) return true;
    const above = dirname(folder);
    return (statSync(folder).mode & constants.S_IXOTH) !== 0 && (above === folder || isOpen(above));
  };
  const folder = target ?? output;
  if (process.platform === 'win32' || isOpen(folder)) return undefined;
  return {
    zh: `注意：服务器的用户进不去 ${folder}（上层文件夹不对其他人开放）。
把网站复制到 /var/www/cangbao（npm run -s host -- rsync 打印复制的脚本），再运行一次，加上 --to /var/www/cangbao。`,
    en: `Note: the server's user can't enter ${folder} (a folder above is closed to others).
Copy the site to /var/www/cangbao (npm run -s host -- rsync prints a script) and run this again
with --to /var/www/cangbao.`,
  };
}
