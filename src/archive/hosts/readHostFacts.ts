import { readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { ExpectedError, type Language } from '../command/Message.ts';
import type { SiteSettings } from '../site/SiteSettings.ts';
import type { HostFacts } from './HostFacts.ts';

/** What stands for a host that is not known (RFC 2606). */
const UNKNOWN_HOST = 'example.org';
/** Signs that no quotation marks of all the servers' files keep as they are. */
const UNQUOTABLE = /["$\\{}\n\r]/;

/** Returns what the recipes have to know. Throws ExpectedError where a name can't stand in a server's file. */
export function readHostFacts(
  root: string,
  settings: SiteSettings,
  { language, target }: { language: Language; target: string | undefined },
): HostFacts {
  const { base, contentDir, compress } = settings;
  const url = settings.url === undefined ? undefined : new URL(settings.url);
  const withSlashes = (path: string) =>
    path
      .split(sep)
      .join('/')
      .replace(/(?<=.)\/$/, '');
  const facts: HostFacts = {
    language,
    base,
    path: decodeURI(base),
    host: url?.hostname ?? UNKNOWN_HOST,
    isHostKnown: url !== undefined,
    isHttps: url?.protocol === 'https:',
    port: url?.port || undefined,
    project: withSlashes(root),
    output: withSlashes(resolve(root, 'dist')),
    target,
    content: withSlashes(resolve(root, contentDir)),
    isCompressed: compress,
    nodeFolder: dirname(process.execPath),
    repository: readRepository(root),
  };
  for (const name of [facts.path, facts.project, target ?? '']) {
    if (!UNQUOTABLE.test(name)) continue;
    throw new ExpectedError({
      zh: `“${name}”里有服务器设置文件写不了的符号（" $ \\ { }）；请换一个名字。`,
      en: `“${name}” has a sign that a server’s file can’t hold (" $ \\ { }); choose another name.`,
    });
  }
  return facts;
}

/** Returns `owner/name` of the clone's origin on GitHub, or undefined where there is none. */
function readRepository(root: string): string | undefined {
  let config: string;
  try {
    config = readFileSync(join(root, '.git', 'config'), 'utf8');
  } catch {
    return undefined;
  }
  const [, origin = ''] = /\[remote "origin"\]\s([^[]*)/.exec(config) ?? [];
  return /url\s*=\s*\S*github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\s*$/m.exec(origin)?.[1];
}
