/** Returns the line, from 1, on which a key of a YAML text stands; `a.b` is `b` below `a`. */
export function findLine(text: string, key: string): number {
  const lines = text.split('\n');
  let line = 0;
  for (const name of key.split('.')) {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const found = lines.findIndex(
      (each, index) =>
        index >= line && new RegExp(`(?:^|[\\s{,"'])${escaped}["']?\\s*:`).test(each),
    );
    if (found !== -1) line = found;
  }
  return line + 1;
}

/** Returns the line, from 1, on which a value stands behind a key; that of the key where it is written otherwise. */
export function findValueLine(text: string, key: string, value: string): number {
  const from = findLine(text, key);
  const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const own = new RegExp(`(?:^|[\\s[{,"'])${escaped}["']?\\s*(?:$|[\\]},:#])`);
  const found = text.split('\n').findIndex((line, index) => index + 1 >= from && own.test(line));
  return found === -1 ? from : found + 1;
}
