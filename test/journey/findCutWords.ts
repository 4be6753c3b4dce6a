import type { Page } from 'playwright-core';

/**
 * Lists words that a box cuts or lets stand out of it, controls that lie beside the window, and a page that scrolls
 * sideways. An ellipsis is on purpose; what scrolls by itself (tables, code, the strips of months and tags) cuts
 * nothing, nor does a bar that has left while one reads on. What slides in is judged where it comes to rest.
 */
export function findCutWords(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const moves = document
      .getAnimations()
      .filter((move) => move.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(moves.map((move) => move.finished));

    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push('the page scrolls sideways');

    /** Boxes that words belong to, and must not stand out of. */
    const holders =
      'button, summary, .button, .navigation-link, .bar-button, .order-button, .neighbour, .row, .list-head, .notice, .choice label, .reading-bar';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const words = node.textContent?.trim();
      if (
        !parent ||
        !words ||
        !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      )
        continue;
      if (parent.closest('.sr-only, .skip, select, option')) continue;
      if (parent.closest('[data-bars="away"] :is(header.bar, .reading-bar)')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const name = `${parent.localName}.${parent.className} “${words.slice(0, 20)}”`;
      const fault = [...range.getClientRects()].map((rect) => judge(parent, rect)).find(Boolean);
      if (fault) faults.push(`${name} ${fault}`);
    }

    for (const control of document.querySelectorAll('button, a[href], input, select, summary')) {
      const { left, right, width } = control.getBoundingClientRect();
      const isDrawn = width > 0 && control.checkVisibility() && !control.closest('.skip, .months');
      const isOut = left < -1 || right > clientWidth + 1;
      if (isDrawn && isOut && !control.closest('.table-box, .table-view, .tag-filter > ul, pre'))
        faults.push(`${control.outerHTML.slice(0, 90)} lies beside the window`);
    }
    return faults;

    function judge(parent: Element, words: DOMRect): string | undefined {
      // A glyph's box is taller than what is drawn.
      const slack = words.height * 0.2;
      for (
        let box: Element | null = parent;
        box && box !== document.body;
        box = box.parentElement
      ) {
        const style = getComputedStyle(box);
        const isOnPurpose = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
        if (isOnPurpose || style.clipPath !== 'none') return undefined;
        if (/auto|scroll/.test(`${style.overflowX} ${style.overflowY}`)) return undefined;
        const { left, right, top, bottom } = box.getBoundingClientRect();
        const isOut =
          words.left < left - 1 ||
          words.right > right + 1 ||
          words.top < top - slack ||
          words.bottom > bottom + slack;
        const cuts = /hidden|clip/.test(`${style.overflowX} ${style.overflowY}`);
        if (isOut && cuts) return `is cut by ${box.localName}.${box.className}`;
        if (isOut && box.matches(holders)) return `stands out of ${box.localName}.${box.className}`;
      }
      return undefined;
    }
  });
}
