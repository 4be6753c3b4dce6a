/** Returns when the page has had its turn: what the reader pressed meanwhile is answered first. */
export function yieldToPage(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}
