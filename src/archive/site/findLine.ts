/** Returns the line, from 1, on which a key of a YAML text stands; `a.b` is `b` below `a`. */
export function findLine(text: string, key: string): number {
  const lines = text.split('\n');
  let line = 0;
  for (const name of key.split('.')) {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const found = lines.findIndex(
      (each, index) =>
        index >= line &&
        !each.trimStart().startsWith('#') &&
        new RegExp(`(?:^|[\\s{,"'])${escaped}["']?\\s*:`).test(each),
    );
    if (found !== -1) line = found;
  }
  return line + 1;
}

/**
 * Returns the line, from 1, on which a value stands behind a key: as an item of a list or a key of a map, else as the
 * value of one; that of the key itself where it is written otherwise.
 */
export function findValueLine(text: string, key: string, value: string): number {
  const from = findLine(text, key);
  const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const lines = text.split('\n').slice(from - 1);
  const find = (before: string) => {
    const own = new RegExp(`(?:${before})\\s*["']?${escaped}["']?\\s*(?:$|[\\]},:]|\\s#)`);
    return lines.findIndex((line) => own.test(line));
  };
  const found = [find('^\\s*-?|[[{,]'), find(':')].find((each) => each !== -1) ?? 0;
  return from + found;
}
