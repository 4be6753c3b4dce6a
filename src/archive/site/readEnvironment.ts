import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { ExpectedError, type Message } from '../command/Message.ts';
import { CONTENT_VARIABLE, SITE_KEYS } from './siteKeys.ts';
import { suggestName } from './suggestName.ts';

/** The variables that set something. */
export const VARIABLES: readonly string[] = [
  CONTENT_VARIABLE,
  ...SITE_KEYS.flatMap(({ variable }) => variable ?? []),
];
/** Shorter names of other programs (`PAGER`) are too easily taken for a mistyped one of ours. */
const SHORTEST_MISTYPED = 6;

/** The owner's variables by name, and names that look mistyped. */
export interface OwnerEnvironment {
  values: Record<string, string>;
  warnings: Message[];
}

/**
 * Reads the owner's variables from the environment and from `.env` in the project's folder, which yields to it. Empty
 * ones count as unset. Throws ExpectedError where `.env` can't be read.
 */
export function readEnvironment(root: string, env: NodeJS.ProcessEnv): OwnerEnvironment {
  const file = join(root, '.env');
  const stored = existsSync(file) ? parseEnv(decodeEnvironment(readFileSync(file))) : {};
  const values: Record<string, string> = {};
  for (const name of VARIABLES) {
    const value = [env[name], stored[name]].find(
      (each) => each !== undefined && each.trim() !== '',
    );
    if (value !== undefined) values[name] = value.trim();
  }
  const mistyped = [...Object.keys(stored), ...Object.keys(env)].flatMap((name) => {
    if (VARIABLES.includes(name) || name.length < SHORTEST_MISTYPED) return [];
    const meant = suggestName(name, VARIABLES);
    return meant === undefined ? [] : [{ name, meant }];
  });
  return { values, warnings: mistyped.map(({ name, meant }) => describeMistyped(name, meant)) };
}

/** Throws ExpectedError where it is no UTF-8, as what PowerShell 5 writes with `>`: all of it would be passed over. */
function decodeEnvironment(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  if (!/[\0\uFFFD]/.test(text)) return text;
  throw new ExpectedError({
    zh: '.env 不是 UTF-8 编码，读不了。请用编辑器另存为 UTF-8；PowerShell 里可以写 Set-Content -Encoding utf8 .env "CONTENT_DIR=../archive"',
    en: '.env is not in UTF-8 and can’t be read. Save it as UTF-8 in an editor, or in PowerShell: Set-Content -Encoding utf8 .env "CONTENT_DIR=../archive"',
  });
}

function describeMistyped(name: string, meant: string): Message {
  return {
    zh: `环境变量 ${name} 没有用到；是不是想写 ${meant}？`,
    en: `The environment variable ${name} is not used; did you mean ${meant}?`,
  };
}
