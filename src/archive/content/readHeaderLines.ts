import type { FrontMatter } from './FrontMatter.ts';
import type { ContentParts } from './splitFrontMatter.ts';

/** What makes a line of the other formats one of YAML. */
const FORMS: Record<ContentParts['format'], (line: string) => string> = {
  YAML: (line) => line,
  TOML: (line) => line.replace(/^([\w-]+)\s*=\s*/, '$1: '),
  JSON: (line) => line.replace(/^\s*"([\w-]+)"\s*:\s*(.*?),?\s*$/, '$1: $2'),
};

/** Reads `key: value` and ` - item` lines and forgives everything else. */
export function readHeaderLines(header: string, format: ContentParts['format']): FrontMatter {
  const fields: FrontMatter = Object.create(null) as FrontMatter;
  let key = '';
  for (const line of joinQuoted(header.split('\n').map(FORMS[format]))) {
    const field = /^([\w-]+)\s*:\s*(.*?)\s*$/.exec(line);
    const item = /^\s*-\s+(.*?)\s*$/.exec(line);
    if (field?.[1]) {
      key = field[1];
      const value = field[2] ?? '';
      fields[key] ??= readList(value) ?? unquote(value);
    } else if (item && key !== '') {
      const list = fields[key];
      const value = readList(item[1] ?? '') ?? unquote(item[1] ?? '');
      if (Array.isArray(list)) list.push(value);
      else if (list === '') fields[key] = [value];
    }
  }
  return fields;
}

/** Reads `[a, b]`; `[[a]]` is a link of Obsidian's. */
function readList(value: string): string[] | undefined {
  const list = /^\[(?!\[)(.*)\]$/.exec(value)?.[1];
  return list?.split(',').map((part) => unquote(part.trim()));
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
