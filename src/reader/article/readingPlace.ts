import type { Place } from '../read-state/createPlaceStore.ts';

/** Finds the place at the upper edge of what is in sight (in vertical text, at the right edge). */
export function findPlace(body: HTMLElement): Place | undefined {
  const view = measureView(body);
  const blocks = [...body.children];
  const block = blocks.findIndex((element) => view.measure(element).end > view.start + 1);
  if (block < 0) return undefined;
  const findShare = (element: Element) => {
    const { start, end } = view.measure(element);
    return Math.min(1, Math.max(0, (view.start - start) / (end - start || 1)));
  };
  return { block, offset: findShare(blocks[block] as Element), share: findShare(body) };
}

/** Scrolls to a place, as far as the text still has it. */
export function showPlace(body: HTMLElement, { block, offset }: Place): void {
  const element = body.children[block];
  if (!element) return;
  const view = measureView(body);
  const { start, end } = view.measure(element);
  view.scrollBy(start + (end - start) * offset - view.start);
}

/** Returns what scrolls an article that is set vertically: the whole of it. Undefined for one that is not. */
export function findVerticalBox(body: Element): HTMLElement | undefined {
  if (getComputedStyle(body).writingMode !== 'vertical-rl') return undefined;
  return body.closest<HTMLElement>('.article') ?? undefined;
}

/** What scrolls the text: the pane, or a vertical article itself. Positions grow in the direction of reading. */
function measureView(body: HTMLElement) {
  const box = findVerticalBox(body);
  if (box) {
    return {
      start: -box.getBoundingClientRect().right,
      measure(element: Element) {
        const { left, right } = element.getBoundingClientRect();
        return { start: -right, end: -left };
      },
      scrollBy: (distance: number) => box.scrollBy({ left: -distance, behavior: 'instant' }),
    };
  }
  const pane = body.closest('.reading-pane') ?? document.documentElement;
  const bar = pane.querySelector('.reading-bar')?.getBoundingClientRect().height ?? 0;
  return {
    start: pane.getBoundingClientRect().top + bar,
    measure(element: Element) {
      const { top, bottom } = element.getBoundingClientRect();
      return { start: top, end: bottom };
    },
    scrollBy: (distance: number) => pane.scrollBy({ top: distance, behavior: 'instant' }),
  };
}
