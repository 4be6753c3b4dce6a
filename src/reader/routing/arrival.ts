/** How the reader came to the page on screen: by a link, or by Back and Forward. */
export type Arrival = 'link' | 'history';

/** A navigation whose new page has not taken the keyboard's focus yet. */
let pending: Arrival | undefined;

/**
 * Begins to follow navigations; gives a function that stops. The first page asks for no focus:
 * it belongs to the browser. Neither does a page that comes so late that the reader has moved on.
 */
export function watchArrivals(): () => void {
  const controller = new AbortController();
  const options = { signal: controller.signal, capture: true, passive: true };
  // wouter dispatches an event of this name for history.pushState
  window.addEventListener('pushState', () => askForFocus('link'), options);
  window.addEventListener('popstate', () => askForFocus('history'), options);
  for (const type of ['keydown', 'pointerdown', 'wheel']) {
    window.addEventListener(type, clearArrival, options);
  }
  return () => {
    clearArrival();
    controller.abort();
  };
}

/** Makes the next page take the focus as if the reader had come by `arrival`. */
export function askForFocus(arrival: Arrival): void {
  pending = arrival;
}

/** Gives the arrival that waits for the focus, without taking it. */
export function peekArrival(): Arrival | undefined {
  return pending;
}

/** Takes the arrival: whoever takes it moves the focus. */
export function clearArrival(): void {
  pending = undefined;
}
