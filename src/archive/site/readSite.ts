import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CORE_SCHEMA, loadAll } from 'js-yaml';
import { ExpectedError, joinMessages, type Message } from '../command/Message.ts';
import { findLine } from './findLine.ts';
import { readEnvironment } from './readEnvironment.ts';
import { WrongValue } from './readValue.ts';
import { DEFAULT_SETTINGS, type SiteSettings } from './SiteSettings.ts';
import { CONTENT_VARIABLE, SITE_KEYS } from './siteKeys.ts';
import { suggestName } from './suggestName.ts';

/**
 * The owner's settings. It lies in the content folder, so it comes along with the one folder that is named, copied
 * and backed up.
 */
export const SITE_FILE = 'site.yaml';

/** A site's settings, and what looks wrong but stops nothing. */
export interface Site {
  settings: SiteSettings;
  warnings: Message[];
}

/**
 * Reads what the owner has set: `site.yaml` in the content folder, over it `.env` in the project's folder, over both
 * the environment. Throws ExpectedError with all that is wrong, each with its place.
 */
export function readSite(root: string, env: NodeJS.ProcessEnv = process.env): Site {
  const { values, warnings } = readEnvironment(root, env);
  const contentDir = values[CONTENT_VARIABLE] ?? DEFAULT_SETTINGS.contentDir;
  const settings: SiteSettings = { ...DEFAULT_SETTINGS, contentDir };
  const problems: Message[] = [];
  const take = (
    field: keyof SiteSettings,
    findPlace: (below: string | undefined) => Message,
    read: () => unknown,
  ) => {
    try {
      Object.assign(settings, { [field]: read() });
    } catch (error) {
      if (!(error instanceof WrongValue)) throw error;
      const { words, below } = error;
      const place = findPlace(below);
      problems.push({ zh: `${place.zh} ${words.zh}。`, en: `${place.en} ${words.en}.` });
    }
  };

  const folder = resolve(root, contentDir);
  const file = readSiteFile(folder, contentDir, problems);
  for (const { key, field, read } of SITE_KEYS) {
    const value = file.values.get(key);
    if (value === undefined) continue;
    const findPlace = (below: string | undefined) => {
      const line = findLine(file.text, below === undefined ? key : `${key}.${below}`);
      const place = `${file.name}:${line} “${key}”`;
      return { zh: place, en: place };
    };
    if (value !== null) take(field, findPlace, () => read(value, folder));
    else problems.push(...describeColour(findPlace(undefined), file.text, key));
  }
  const isPathSet = file.values.has('path') || values.BASE_PATH !== undefined;
  for (const { variable, field, read } of SITE_KEYS) {
    const value = variable && values[variable];
    if (value)
      take(
        field,
        () => ({ zh: `环境变量 ${variable}`, en: `The environment variable ${variable}` }),
        () => read(value, folder),
      );
  }
  settlePath(settings, isPathSet, problems);
  if (problems.length > 0) throw new ExpectedError(joinMessages(problems));
  return { settings, warnings };
}

/** A colour without quotation marks is a comment: the key has no value, and nothing else would tell. */
function describeColour(place: Message, text: string, key: string): Message[] {
  const line = text.split('\n')[findLine(text, key) - 1] ?? '';
  if (!/:\s+#(?:[0-9a-f]{3}|[0-9a-f]{6})\s*$/i.test(line)) return [];
  return [
    {
      zh: `${place.zh} 是空的：YAML 里 # 后面是注释，颜色要加引号。`,
      en: `${place.en} is empty: in YAML, # begins a comment; put the colour in quotation marks.`,
    },
  ];
}

/** The address of the site tells its path, too; where both are set, they have to agree. */
function settlePath(settings: SiteSettings, isPathSet: boolean, problems: Message[]): void {
  if (settings.url === undefined) return;
  const { pathname } = new URL(settings.url);
  if (!isPathSet) settings.base = pathname;
  else if (pathname === '/') settings.url = new URL(settings.base, settings.url).href;
  else if (pathname !== settings.base) {
    problems.push({
      zh: `网站地址（url，${settings.url}）里的路径和 path（${settings.base}）不一样。`,
      en: `The path in the site's address (url, ${settings.url}) is not that of path (${settings.base}).`,
    });
  }
}

interface SiteFile {
  name: string;
  text: string;
  /** By key, as in SITE_KEYS. */
  values: Map<string, unknown>;
}

function readSiteFile(folder: string, contentDir: string, problems: Message[]): SiteFile {
  const name = `${contentDir}/${SITE_FILE}`;
  const values = new Map<string, unknown>();
  const path = join(folder, SITE_FILE);
  if (!existsSync(path)) {
    const other = ['site.yml', '_config.yml'].find((each) => existsSync(join(folder, each)));
    if (other === 'site.yml') {
      problems.push({
        zh: `${contentDir}/site.yml 没有读：请改名为 ${SITE_FILE}。`,
        en: `${contentDir}/site.yml is not read: rename it to ${SITE_FILE}.`,
      });
    }
    return { name, text: '', values };
  }
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const wide = findWideColons(name, text);
  let data: unknown;
  try {
    // A file of comments alone holds no document.
    data = loadAll(text, { schema: CORE_SCHEMA })[0] ?? {};
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { line?: number } };
    const place = `${name}:${(mark?.line ?? 0) + 1}`;
    problems.push(...wide, {
      zh: `${place} 不是正确的 YAML（${reason ?? error}）；冒号后面要有空格，带符号的文字加引号。`,
      en: `${place} is not valid YAML (${reason ?? error}); put a space after each colon, and quotation marks around text with signs.`,
    });
    return { name, text, values };
  }
  const entries = flatten(data);
  const unknown = entries.flatMap(([key, value]) => {
    if (!SITE_KEYS.some((known) => known.key === key)) {
      // It only follows from the colon.
      if (wide.length > 0 && typeof value === 'string' && value.includes('：')) return [];
      return [describeUnknown(`${name}:${findLine(text, key)}`, key)];
    }
    values.set(key, value);
    return [];
  });
  if (values.size < entries.length) problems.push(...wide, ...unknown);
  return { name, text, values };
}

/** Returns keys and values, where a key of SITE_KEYS has a dot also those one level down. */
function flatten(data: unknown): [key: string, value: unknown][] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [['', data]];
  return Object.entries(data).flatMap(([key, value]): [string, unknown][] => {
    const isGroup = SITE_KEYS.some((known) => known.key.startsWith(`${key}.`));
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isGroup || !isMap) return [[key, value]];
    return Object.entries(value).map(([below, each]) => [`${key}.${below}`, each]);
  });
}

/** Keys with a colon of Chinese text: the parser only notices them on a later line, or takes them for a text. */
function findWideColons(name: string, text: string): Message[] {
  const names = new Set(SITE_KEYS.flatMap(({ key }) => key.split('.')));
  return text.split('\n').flatMap((line, index) => {
    const [, key = ''] = /^\s*(\w+)：/.exec(line) ?? [];
    if (!names.has(key)) return [];
    const place = `${name}:${index + 1} “${key}”`;
    return [
      {
        zh: `${place} 后面是全角的“：”，要写半角的冒号和一个空格。`,
        en: `${place} is followed by a full-width colon; write “: ”.`,
      },
    ];
  });
}

function describeUnknown(place: string, key: string): Message {
  const names = SITE_KEYS.map((known) => known.key);
  const meant = suggestName(key, names);
  return {
    zh: `${place} 不认识“${key}”；${meant ? `是不是想写 ${meant}？` : `可以写的有 ${names.join('、')}。`}`,
    en: `${place} has an unknown key “${key}”; ${meant ? `did you mean ${meant}?` : `there are ${names.join(', ')}.`}`,
  };
}
