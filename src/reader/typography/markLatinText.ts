/** In a narrow column, and in any: words or numbers of so many signs are not broken. */
const NARROW = /[!-~]{5}/;
/** Longer ones may break (`cutLongWord.ts`). */
const WIDE = /(?<![!-~])[!-~]{11,23}(?![!-~])/;

/**
 * Marks text with words or numbers that can't be broken. Such a word moves to the next line and tears the justified
 * line before it apart; an article that has one is not justified, nowhere (`articleSettings.css`).
 */
export function markLatinText(body: HTMLElement): void {
  for (const text of body.querySelectorAll('p, li, dd')) {
    text.classList.add(...listLatinClasses(text.textContent));
  }
}

/** Returns the classes of a paragraph that says `text`. */
export function listLatinClasses(text: string): string[] {
  if (!NARROW.test(text)) return [];
  return WIDE.test(text) ? ['has-latin', 'has-long-latin'] : ['has-latin'];
}
