import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { decodeEntities } from './decodeEntities.ts';
import type { Parsed, Problem } from './Problem.ts';

/** Front matter as data: scalars as text, lists of scalars as lists of text. */
export type FrontMatter = Record<string, string | string[]>;

/**
 * Parses front matter. Nothing in it is ever run or followed: the failsafe schema knows text, lists and maps and no
 * tags, and aliases are refused. Where strict YAML rejects a header (the writer of the archive did not escape
 * quotes), a line-based reading takes over, and the report says so.
 */
export function parseFrontMatter(
  path: string,
  header: string,
  headerLine: number,
): Parsed<FrontMatter> {
  const { value, problems } = parseFields(path, header, headerLine);
  if (header.includes('&')) decodeFields(value);
  return { value, problems };
}

function decodeFields(fields: FrontMatter): void {
  for (const [key, value] of Object.entries(fields))
    fields[key] = typeof value === 'string' ? decodeEntities(value) : value.map(decodeEntities);
}

function parseFields(path: string, header: string, headerLine: number): Parsed<FrontMatter> {
  const problems: Problem[] = [];
  if (header.trim() === '') return { value: {}, problems };
  const plain = parsePlain(header);
  if (plain) return { value: plain, problems };
  let reason: string;
  let line = headerLine;
  let column: number | undefined;
  try {
    if (/(?:^|[\s:[,-])[&*][^\s&*]/m.test(maskQuoted(header)))
      throw new Error('anchors and aliases are not read');
    const data: unknown = load(header, { schema: FAILSAFE_SCHEMA });
    const value = readFields(data, path, headerLine, problems);
    if (value) return { value, problems };
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
    reason: `front matter is not valid YAML (${reason}): read line by line`,
  });
  return { value: parseLines(header), problems };
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
    if (typeof value === 'string') fields[key] = mendText(value);
    else if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
      fields[key] = (value as string[]).map(mendText);
    else if (value !== null) {
      problems.push({
        kind: 'front-matter',
        path,
        line,
        outcome: 'repaired',
        reason: `front matter key “${key}” is neither text nor a list of texts: left out`,
      });
    }
  }
  return fields;
}

/** An escape in quoted YAML can stand for half a character, which is no text and can't be a part of an address. */
function mendText(value: string): string {
  return value.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Reads `key: value` and ` - item` lines and forgives everything else. */
function parseLines(header: string): FrontMatter {
  const fields: FrontMatter = Object.create(null) as FrontMatter;
  let key = '';
  for (const line of joinQuoted(header.split('\n'))) {
    const field = /^([\w-]+)\s*:\s*(.*?)\s*$/.exec(line);
    const item = /^\s*-\s+(.*?)\s*$/.exec(line);
    if (field?.[1]) {
      key = field[1];
      const value = field[2] ?? '';
      const list = /^\[(.*)\]$/.exec(value)?.[1];
      if (fields[key] === undefined)
        fields[key] =
          list === undefined ? unquote(value) : list.split(',').map((part) => unquote(part.trim()));
    } else if (item && key !== '') {
      const list = fields[key];
      if (Array.isArray(list)) list.push(unquote(item[1] ?? ''));
      else if (list === '') fields[key] = [unquote(item[1] ?? '')];
    }
  }
  return fields;
}

/** Puts a quoted value that goes on over several lines on one. */
function joinQuoted(lines: string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const quote = /^[\w-]+\s*:\s*(['"`])(?!.*\1\s*$)/.exec(line)?.[1];
    const end = quote ? findEnd(lines, at + 1, quote) : -1;
    joined.push(end === -1 ? line : lines.slice(at, end + 1).join(' '));
    if (end !== -1) at = end;
  }
  return joined;
}

/** Finds the line that ends a quoted value; -1 where another key comes before it. */
function findEnd(lines: readonly string[], start: number, quote: string): number {
  const end = lines.findIndex((line, at) => at >= start && line.trimEnd().endsWith(quote));
  const isCut = lines.slice(start, end + 1).some((line) => /^[\w-]+\s*:(?:\s|$)/.test(line));
  return isCut ? -1 : end;
}

/** Takes one pair of quotation marks off, whatever stands between them. */
function unquote(value: string): string {
  const quoted = /^(['"`])([\s\S]*)\1$/.exec(value);
  return quoted ? (quoted[2] ?? '').replaceAll("\\'", "'").replaceAll('\\"', '"') : value;
}
