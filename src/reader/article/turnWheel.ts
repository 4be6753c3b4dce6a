/**
 * Lets a mouse's wheel, which only knows down and up, go on and back in vertical text, which goes from right to left.
 * At an end the wheel is the page's again. Gives a function that stops.
 */
export function turnWheel(body: HTMLElement): () => void {
  function turn(event: WheelEvent) {
    if (event.ctrlKey || event.shiftKey || Math.abs(event.deltaX) >= Math.abs(event.deltaY)) return;
    const before = body.scrollLeft;
    body.scrollLeft -= event.deltaY;
    if (body.scrollLeft !== before) event.preventDefault();
  }
  body.addEventListener('wheel', turn, { passive: false });
  return () => body.removeEventListener('wheel', turn);
}
