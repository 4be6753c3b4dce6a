/**
 * Marks text with words or numbers that can't be broken. In a narrow column such a word moves to the next line
 * and tears the justified line before it apart (`.has-latin` in articleSettings.css).
 */
export function markLatinText(body: HTMLElement): void {
  for (const text of body.querySelectorAll('p, li, dd')) {
    if (/[!-~]{5}/.test(text.textContent)) text.classList.add('has-latin');
  }
}
