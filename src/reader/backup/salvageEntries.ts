import { isRecord } from '../data/parseSummary.ts';

/** Entries found in the text of a backup that is no JSON any more. */
export interface Salvaged {
  bookmarks: unknown[];
  items: unknown[];
  notes: unknown[];
  /** Entries of which something is there that can't be read. */
  damaged: number;
}

/**
 * Finds the entries in the text of a backup that was cut off or overwritten in places. It goes by lines: an item or a
 * note has one, a bookmark begins and ends with a brace on lines of their own, equally far from the edge.
 */
export function salvageEntries(text: string): Salvaged {
  const found: Salvaged = { bookmarks: [], items: [], notes: [], damaged: 0 };
  let open: { indent: string; lines: string[] } | undefined;

  function close() {
    if (open) take(open.lines.join('\n'));
    open = undefined;
  }
  function take(entry: string) {
    const value = parseEntry(entry);
    if (Array.isArray(value)) found.items.push(value);
    else if (isRecord(value) && 'articleId' in value) found.notes.push(value);
    else if (isRecord(value)) found.bookmarks.push(value);
    else found.damaged += 1;
  }

  for (const line of text.split('\n').slice(1)) {
    const [, indent = '', rest = ''] = /^(\s*)(.*)$/s.exec(line) ?? [];
    if (rest === '{') {
      close();
      open = { indent, lines: [line] };
    } else if (open) {
      open.lines.push(line);
      if (indent === open.indent && /^\},?\s*$/.test(rest)) close();
    } else if (/^[[{]./.test(rest)) take(line);
    else if (!/^(?:"(?:bookmarks|items|notes|kind|v|exportedAt)":.*|[\]}],?)?\s*$/.test(rest))
      found.damaged += 1;
  }
  close();
  return found;
}

function parseEntry(text: string): unknown {
  try {
    return JSON.parse(text.trim().replace(/,$/, ''));
  } catch {
    return undefined;
  }
}
