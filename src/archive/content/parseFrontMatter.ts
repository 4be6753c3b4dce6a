import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { parse as parseToml } from 'smol-toml';
import { decodeEntities } from './decodeEntities.ts';
import type { Field, FrontMatter } from './FrontMatter.ts';
import type { Parsed, Problem } from './Problem.ts';
import { readHeaderLines } from './readHeaderLines.ts';
import type { ContentParts } from './splitFrontMatter.ts';

/**
 * Parses front matter. Nothing in it is ever run or followed: the failsafe schema knows text, lists and maps and no
 * tags, and aliases are refused. Where a strict parser rejects a header (the writer of the archive did not escape
 * quotes), a line-based reading takes over, and the report says so.
 */
export function parseFrontMatter(
  path: string,
  { header, headerLine, format }: Omit<ContentParts, 'body'>,
): Parsed<FrontMatter> {
  const problems: Problem[] = [];
  if (header.trim() === '') return { value: {}, problems };
  const plain = format === 'YAML' ? parsePlain(header) : undefined;
  if (plain) return { value: header.includes('&') ? tidyFields(plain) : plain, problems };
  let reason: string;
  let line = headerLine;
  let column: number | undefined;
  try {
    const value = readFields(parseStrictly(header, format), path, headerLine, problems);
    if (value) return { value: tidyFields(value, format === 'TOML'), problems };
    reason = 'not a list of keys';
  } catch (error) {
    reason = (error as Error).message.split('\n')[0] ?? '';
    const { mark } = error as { mark?: { line?: number; column?: number } };
    line += mark?.line ?? 0;
    if (mark?.column !== undefined) column = mark.column + 1;
  }
  problems.push({
    kind: 'front-matter',
    path,
    line,
    ...(column !== undefined && { column }),
    outcome: 'repaired',
    reason: {
      zh: `front matter 不是正确的 ${format}（${reason}）：改为逐行读`,
      en: `front matter is not valid ${format} (${reason}): read line by line`,
    },
  });
  return { value: tidyFields(readHeaderLines(header, format)), problems };
}

/** Throws where the header is not well-formed. */
function parseStrictly(header: string, format: ContentParts['format']): unknown {
  if (format === 'TOML') return parseToml(header);
  // Hexo leaves the braces out.
  if (format === 'JSON') return JSON.parse(header.trim().startsWith('{') ? header : `{${header}}`);
  if (/(?:^|[\s:[,-])[&*][^\s&*]/m.test(maskQuoted(header)))
    throw new Error('anchors and aliases are not read');
  return load(header, { schema: FAILSAFE_SCHEMA });
}

/**
 * Decodes entities, and gives keys such as `Title` their usual form. `isHugo`: a list of categories is several, where
 * Hexo goes down the tree.
 */
function tidyFields(fields: FrontMatter, isHugo = false): FrontMatter {
  const tidy: FrontMatter = Object.create(null) as FrontMatter;
  for (const [key, value] of Object.entries(fields)) {
    const name = key.toLowerCase();
    if (name === key || !(name in fields)) tidy[name] = mapTexts(value, decodeEntities);
  }
  const { categories } = tidy;
  if (isHugo && Array.isArray(categories))
    tidy.categories = categories.map((each) => [each].flat());
  return tidy;
}

function mapTexts(field: Field, change: (text: string) => string): Field {
  if (typeof field === 'string') return change(field);
  return field.map((item) => (typeof item === 'string' ? change(item) : item.map(change)));
}

/**
 * Reads a header made only of quoted or plain scalars and lists of plain scalars, the form that the archive's writer
 * produced; gives undefined for anything else. It agrees with YAML on what it reads, and takes a tenth of the time.
 */
function parsePlain(header: string): FrontMatter | undefined {
  const fields: FrontMatter = Object.create(null) as FrontMatter;
  let list: string[] | undefined;
  for (const line of header.split('\n')) {
    if (line === '') continue;
    const match = PLAIN_LINE.exec(line);
    if (!match) return undefined;
    const [, key, quoted, plain, item] = match;
    if (item !== undefined) {
      if (!list) return undefined;
      list.push(item);
    } else if (key === undefined || key in fields) return undefined;
    else if (quoted !== undefined) fields[key] = quoted;
    else if (plain !== undefined) fields[key] = plain;
    else {
      list = [];
      fields[key] = list;
      continue;
    }
    if (item === undefined) list = undefined;
  }
  // A key without a value and without a list is null in YAML, which is another matter.
  return Object.values(fields).some((value) => value.length === 0 && Array.isArray(value))
    ? undefined
    : fields;
}

/**
 * Latin letters, digits, kana and Chinese characters: with all letters of Unicode the pattern would be too large to
 * be compiled.
 */
const LETTER = String.raw`A-Za-z0-9\u00c0-\u024f\u3041-\u30ff\u3400-\u9fff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a`;
/** Words of letters and harmless signs: nothing that YAML reads in any other way than as text. */
const WORDS = `[${LETTER}](?:[${LETTER} ,，、。．·－_+()（）/.-]|:(?! |$))*(?<! )`;
const PLAIN_LINE = new RegExp(`^(?:([a-z]+):(?: '([^'\n]*)'| (${WORDS})|) ?| - (${WORDS}))$`);

/** Blanks out quoted text, so that a `*` in a title is no alias. */
function maskQuoted(header: string): string {
  return header
    .replace(/'(?:[^'\n]|'')*'|"(?:[^"\\\n]|\\.)*"/g, "''")
    .replace(/^(?:title|[\w-]+):[^\S\n]+[^\s&*].*$/gm, '');
}

function readFields(
  data: unknown,
  path: string,
  line: number,
  problems: Problem[],
): FrontMatter | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const fields: FrontMatter = Object.create(null) as FrontMatter;
  for (const [key, value] of Object.entries(data)) {
    const field = readField(value);
    if (field !== undefined) fields[key] = mapTexts(field, mendText);
    else if (value !== null) {
      problems.push({
        kind: 'front-matter',
        path,
        line,
        outcome: 'repaired',
        reason: {
          zh: `front matter 的“${key}”既不是文字，也不是一列文字：未采用`,
          en: `front matter key “${key}” is neither text nor a list of texts: left out`,
        },
      });
    }
  }
  return fields;
}

function readField(value: unknown): Field | undefined {
  if (!Array.isArray(value)) return readScalar(value);
  const items = value.map((item) => {
    if (!Array.isArray(item)) return readScalar(item);
    const inner = item.map(readScalar);
    return inner.every((each) => each !== undefined) ? inner : undefined;
  });
  return items.every((each) => each !== undefined) ? items : undefined;
}

/** TOML and JSON know numbers and dates, which are read as their text. */
function readScalar(value: unknown): string | undefined {
  if (value instanceof Date) return value.toISOString();
  return ['string', 'number', 'boolean', 'bigint'].includes(typeof value)
    ? String(value)
    : undefined;
}

/** An escape in quoted YAML can stand for half a character, which is no text and can't be a part of an address. */
function mendText(value: string): string {
  return value.replace(/\p{Surrogate}/gu, '\uFFFD');
}
