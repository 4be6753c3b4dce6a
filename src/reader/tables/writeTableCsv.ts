import { type Grid, nameColumn, readCell } from './readGrid.ts';
import { readNumber } from './readNumber.ts';

/**
 * Writes a table as CSV (RFC 4180): one line for the head, whatever its depth; a cell that spans is repeated at each
 * of its places, so that every line is whole.
 */
export function writeTableCsv(grid: Grid): string {
  const columns = Array.from({ length: grid.columns }, (_, column) => column);
  const head = grid.headRows > 0 ? [columns.map((column) => nameColumn(grid, column))] : [];
  const body = grid.rows.slice(grid.headRows).map((row) => row.map(readCell));
  return [...head, ...body].map((line) => `${line.map(writeField).join(',')}\r\n`).join('');
}

/**
 * A number stays one, without what divides its thousands. A text that begins like a formula would be run by
 * spreadsheets (OWASP, CSV injection); an apostrophe makes it a text.
 */
function writeField(words: string): string {
  const plain = words.replaceAll(',', '');
  if (readNumber(words) !== undefined && /^[-+]?[\d.]+$/.test(plain)) return plain;
  const safe = /^[=+\-@]/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
