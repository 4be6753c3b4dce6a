declare global {
  interface Window {
    /** The button that was pressed before the app was there, as `public/early.js` has noted it. */
    earlyPress?: EarlyPress | undefined;
  }
}

interface EarlyPress {
  name: string;
  /** Its `aria-pressed` then. The drawn page doesn't know what is bookmarked. */
  isPressed: string | null;
}

/**
 * Presses the button that the reader has pressed in the drawn page, now that something comes of it; not where it says
 * something else than it did then: who pressed 收藏 on an article that is bookmarked did not mean to take that back.
 */
export function pressEarly(): void {
  const { earlyPress } = window;
  window.earlyPress = undefined;
  if (!earlyPress) return;
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('.frame button')];
  const nameOf = (button: HTMLButtonElement) =>
    button.getAttribute('aria-label') ?? button.textContent;
  const button = buttons.find((each) => nameOf(each) === earlyPress.name);
  if (button?.getAttribute('aria-pressed') === earlyPress.isPressed) button.click();
}
