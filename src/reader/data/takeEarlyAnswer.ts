declare global {
  interface Window {
    /** What `public/early.js` has asked for while the app's script was on its way. */
    earlyAnswer?: { address: string; answer: Promise<Response> } | undefined;
  }
}

/** Gives the answer for an address that was asked for before the app was here, once; `undefined` where it was not. */
export function takeEarlyAnswer(path: string): Promise<Response> | undefined {
  const { earlyAnswer } = window;
  const { href } = new URL(`${import.meta.env.BASE_URL}${path}`, window.location.href);
  if (earlyAnswer?.address !== href) return undefined;
  window.earlyAnswer = undefined;
  return earlyAnswer.answer;
}
