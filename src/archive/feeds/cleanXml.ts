/**
 * Returns a text that XML 1.0 can hold (2.2, Char): control characters are left out, halves of characters become
 * U+FFFD. No escape can write them, and one of them makes a whole file unreadable.
 */
export function cleanXml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, '\uFFFD');
}
