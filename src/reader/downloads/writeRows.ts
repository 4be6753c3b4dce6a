/** Writes rows as a table, with a byte order mark, by which Excel knows UTF-8 (RFC 4180). */
export function writeRows(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(quoteCell).join(',')).join('\r\n')}\r\n`;
}

/**
 * A text that begins like a formula would be run by spreadsheets (OWASP, CSV injection); an apostrophe makes it a
 * text.
 */
function quoteCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
