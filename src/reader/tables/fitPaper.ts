/** What a sheet holds between its margins, upright and turned, in pixels: a little less than A4 and Letter have. */
const UPRIGHT = 610;
const TURNED = 880;
/** Sizes of letters, in pixels: as usual on paper; and where the sheet is turned rather than the letters smaller. */
const USUAL = 12;
const SMALL = 9;

/**
 * Makes every table fit on paper when the page is printed: its letters as small as its columns ask for, the sheet
 * turned where they would be too small. No figure may be cut: half of a number is another number.
 * Sets `--paper-size` and `is-turned`, which `tables/paper.css` follows. Gives a function that stops.
 */
export function fitPaper(boxes: readonly HTMLElement[]): () => void {
  function fitAll() {
    for (const box of boxes) fitTable(box);
  }
  window.addEventListener('beforeprint', fitAll);
  return () => window.removeEventListener('beforeprint', fitAll);
}

function fitTable(box: HTMLElement): void {
  const table = box.querySelector('table');
  if (!table) return;
  // For a moment as wide as its figures ask for, with words that take several lines.
  table.classList.add('is-measured');
  const ems = table.offsetWidth / Number.parseFloat(getComputedStyle(table).fontSize);
  table.classList.remove('is-measured');
  const upright = UPRIGHT / ems;
  const isTurned = upright < SMALL;
  const size = Math.min(USUAL, isTurned ? TURNED / ems : upright);
  box.classList.toggle('is-turned', isTurned);
  box.style.setProperty('--paper-size', `${size.toFixed(2)}px`);
}
