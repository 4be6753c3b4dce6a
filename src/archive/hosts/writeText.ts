import type { HostFacts } from './HostFacts.ts';

/** Returns the function that chooses between the two languages of a recipe's comments. */
export function chooseWords({ language }: HostFacts): (zh: string, en: string) => string {
  return (zh, en) => (language === 'en' ? en : zh);
}

/** Joins the lines of a recipe, leaving out those that are `false`, and ends the last one. */
export function joinLines(...lines: (string | false)[]): string {
  return `${lines.filter((line) => line !== false).join('\n')}\n`;
}

/** Indents each line that is not empty. */
export function indent(text: string, by: string): string {
  return text.replace(/^(?=.)/gm, by);
}

/** Quotes a text for a POSIX shell. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
