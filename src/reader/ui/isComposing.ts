/**
 * Tells whether a key belongs to an input method that composes. Safari ends the composition before it tells of the
 * Enter that did it, and says so by the key code alone.
 */
export function isComposing({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === 229;
}
