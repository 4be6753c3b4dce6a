declare global {
  interface Window {
    /** Name of the button that was pressed before the app was there, as `public/early.js` has noted it. */
    earlyPress?: string | undefined;
  }
}

/** Presses the button that the reader has pressed in the drawn page, now that something comes of it. */
export function pressEarly(): void {
  const { earlyPress } = window;
  window.earlyPress = undefined;
  if (earlyPress === undefined) return;
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('.frame button')];
  const nameOf = (button: HTMLButtonElement) =>
    button.getAttribute('aria-label') ?? button.textContent;
  buttons.find((button) => nameOf(button) === earlyPress)?.click();
}
