/**
 * Does what a pointer or the focus has come to when it stays there for a moment, and then only the last of it:
 * rows that pass below a resting pointer while the list is scrolled are not what the reader means.
 */
export function whenAtRest(action: () => void): void {
  clearTimeout(timer);
  timer = setTimeout(action, REST);
}

const REST = 80; // ms
let timer: ReturnType<typeof setTimeout> | undefined;
