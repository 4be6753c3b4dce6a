import { readingWords } from '../words/readingWords.ts';

/**
 * Returns what a table is called: its caption; without one, or where another table has the same, its number, too.
 * Regions need different names to be told apart. `names`: those given before; the new one is added.
 */
export function nameTable(names: Set<string>, caption: string | undefined, index: number): string {
  const words = caption?.replace(/\s+/g, ' ').trim() || readingWords.table;
  const name =
    names.has(words) || (index > 0 && words === readingWords.table)
      ? `${words} ${index + 1}`
      : words;
  names.add(name);
  return name;
}
