/** So much of the box stays in sight when a key turns to the next part of it. */
const OVERLAP = 0.1;

/**
 * Lets a mouse's wheel and the keys that only know down and up go on and back in vertical text, which goes from right
 * to left. At an end the wheel is the page's again. `box` is what scrolls. Returns what ends it.
 */
export function turnWheel(box: HTMLElement): () => void {
  function turn(event: WheelEvent) {
    if (event.ctrlKey || event.shiftKey || Math.abs(event.deltaX) >= Math.abs(event.deltaY)) return;
    const before = box.scrollLeft;
    box.scrollLeft -= event.deltaY;
    if (box.scrollLeft !== before) event.preventDefault();
  }
  function press(event: KeyboardEvent) {
    const { target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return;
    // Nobody's, or of the text.
    const isOfText = target === document.body || box.contains(target);
    if (!isOfText || target.closest(CONTROLS)) return;
    const distance = readDistance(event, box);
    if (distance === undefined) return;
    event.preventDefault();
    box.scrollLeft -= distance;
  }
  box.addEventListener('wheel', turn, { passive: false });
  document.addEventListener('keydown', press);
  return () => {
    box.removeEventListener('wheel', turn);
    document.removeEventListener('keydown', press);
  };
}

/** What does something of its own with these keys. */
const CONTROLS = 'button, a, input, textarea, select, [role="button"], .table-box, pre';

/** Returns how far on a key leads, in pixels; undefined where it leads nowhere. */
function readDistance({ key, shiftKey }: KeyboardEvent, box: HTMLElement): number | undefined {
  const part = box.clientWidth * (1 - OVERLAP);
  if (key === ' ') return shiftKey ? -part : part;
  return { PageDown: part, PageUp: -part, End: box.scrollWidth, Home: -box.scrollWidth }[key];
}
