import { RowHeights } from './RowHeights.ts';

/**
 * A row to be kept at its place in sight: so many pixels of it above the edge, in the middle, or, of the last row, at
 * the end of all that scrolls.
 */
export interface HeldRow {
  position: number;
  offset: number | 'middle' | 'end';
}

/** Positions of the first and the last row to be in the document, and of the uppermost one in sight. */
export interface RowRange {
  first: number;
  last: number;
  top: number;
}

/** A row's height as the browser laid it out, in pixels. */
interface LaidRow {
  position: number;
  height: number;
}

/** Height of a row before it is known, in pixels: two lines of title, one of excerpt, the facts. */
const ROW_HEIGHT = 120;
/** Rows beside those in sight, on both sides. */
const OVERSCAN = 3;
/** The reader has stopped scrolling when nothing moved for so long, in milliseconds. */
const REST = 150;

/**
 * What stands behind a list of which only the rows near the window are in the document. They follow each other as the
 * browser lays them out, below a space as high as the rows that are not there, so none ever lies over another.
 * Heights are read when they are there anyway, from a ResizeObserver, and not asked for: asking would lay out the list
 * once more before each paint. Only while a row is held they are: Chromium counts what the page has moved (layout
 * shift) before it tells the observers, so that rows above the held one would be seen at two places.
 *
 * What is in sight stays where it is while heights above it become known: while the reader scrolls, the space above
 * takes the difference (moving the scroll position would end a swipe's momentum in Safari), at rest the scroll
 * position does. A held row is kept at its place until the reader scrolls.
 */
export class RowScroller {
  readonly heights: RowHeights;
  range: RowRange;
  onRange: (range: RowRange) => void = () => {};
  onTop: (top: HeldRow & { offset: number }) => void = () => {};

  #box: HTMLElement | undefined;
  #list: HTMLElement | undefined;
  #room: number;
  #held: HeldRow | undefined;
  /** Where the held row was last scrolled to. */
  #target: number | undefined;
  /** Height of what stands above the list in the box. */
  #above = 0;
  /** By how much the rows are drawn above their places. */
  #shift = 0;
  /** The first row that is in the document. */
  #first = 0;
  /** None in the first rendering, which the reader waits for. */
  #overscan = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #observer: ResizeObserver | undefined;

  /** `room`: the height that the box will have at most, in pixels. */
  constructor(count: number, held: HeldRow | undefined, room: number) {
    this.#room = room;
    this.heights = new RowHeights(count, ROW_HEIGHT);
    this.#held = held;
    this.range = this.#findRange(held ? this.#findTarget(held) : 0);
  }

  /** Begins to listen to the scrolling box and its list. Gives the function that ends it. */
  attach(box: HTMLElement, list: HTMLElement): () => void {
    this.#box = box;
    this.#list = list;
    const onScroll = () => this.#onScroll();
    const above = list.previousElementSibling;
    const onResize = new ResizeObserver(() => {
      this.#room = box.clientHeight;
      if (above) this.#moveList(list.offsetTop);
      // Before the first paint: the middle of the window is not the middle of the box.
      this.#keepHeld();
      this.#update();
    });
    const more = setTimeout(() => {
      this.#overscan = OVERSCAN;
      this.#update();
    });
    box.addEventListener('scroll', onScroll, { passive: true });
    onResize.observe(box);
    if (above) onResize.observe(above);
    if (above && this.#held) this.#above = list.offsetTop;
    this.settle(this.range.first);
    return () => {
      clearTimeout(more);
      clearTimeout(this.#rest);
      box.removeEventListener('scroll', onScroll);
      onResize.disconnect();
      this.#box = this.#list = undefined;
    };
  }

  /** Ref of a row, which has its position in `data-position`. */
  observe = (row: HTMLElement | null): (() => void) | undefined => {
    if (!row) return undefined;
    this.#observer ??= new ResizeObserver((entries) => this.#learn(entries.flatMap(readEntry)));
    this.#observer.observe(row);
    return () => this.#observer?.unobserve(row);
  };

  /** To be called when rows from `first` on stand in the document, before they are painted. */
  settle(first: number): void {
    this.#first = first;
    this.#draw();
    if (this.#held && this.#list) this.#learn([...this.#list.children].flatMap(readRow));
    this.#keepHeld();
  }

  /** Brings a row into sight and holds it there. */
  show(row: HeldRow): void {
    this.#held = row;
    this.#target = undefined;
    this.#keepHeld();
    this.#update();
  }

  /** Whether the whole row is in sight. */
  isInSight(position: number): boolean {
    const start = this.heights.startOf(position);
    const top = this.#readTop();
    return start >= top && start + this.heights.get(position) <= top + this.#room;
  }

  setCount(count: number): void {
    if (count === this.heights.count) return;
    this.heights.setCount(count);
    this.range = this.#findRange(this.#readTop());
  }

  #readTop(): number {
    return (this.#box?.scrollTop ?? 0) - this.#above + this.#shift;
  }

  /** Notes where the list begins. Rows that the reader is among stay where they are. */
  #moveList(above: number): void {
    const change = above - this.#above;
    if (change === 0 || !this.#box) return;
    const isAmongRows = this.#box.scrollTop > this.#above;
    this.#above = above;
    if (isAmongRows && !this.#held) this.#box.scrollTop += change;
  }

  #onScroll(): void {
    const { scrollTop = 0 } = this.#box ?? {};
    if (this.#target !== undefined && Math.abs(scrollTop - this.#target) > 2)
      this.#held = undefined;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#takeShift(), REST);
    this.#update();
    const { top } = this.range;
    this.onTop({ position: top, offset: this.#readTop() - this.heights.startOf(top) });
  }

  /** Heights as the browser has laid them out, before they are painted. Not rounded: the rows leave no gaps. */
  #learn(rows: LaidRow[]): void {
    const top = this.#readTop();
    let isNew = false;
    let above = 0;
    for (const { position, height } of rows) {
      const end = this.heights.startOf(position) + this.heights.get(position);
      const change = this.heights.set(position, height);
      isNew ||= change !== 0;
      if (end <= top + above) above += change;
    }
    if (!isNew) return;
    if (!this.#held) this.#shift += above;
    this.#draw();
    this.#keepHeld();
    if (this.#rest === undefined) this.#takeShift();
    this.#update();
  }

  /** At rest, the scroll position takes over what the space above the rows had taken. */
  #takeShift(): void {
    this.#rest = undefined;
    if (this.#shift === 0 || !this.#box) return;
    const top = this.#readTop();
    this.#shift = 0;
    this.#draw();
    this.#box.scrollTop = top + this.#above;
  }

  #keepHeld(): void {
    if (!this.#held || !this.#box) return;
    const target = this.#findTarget(this.#held) + this.#above;
    if (target === this.#target) return;
    this.#target = target;
    this.#shift = 0;
    this.#draw();
    this.#box.scrollTop = target;
    // What stands below the rows is part of the end.
    if (this.#held.offset === 'end') this.#target = this.#box.scrollTop;
    this.#update();
  }

  /** As far as the list goes: a row near its end can't come to the middle. */
  #findTarget({ position, offset }: HeldRow): number {
    const { heights } = this;
    if (offset === 'end') return this.#box?.scrollHeight ?? heights.total;
    const ahead = offset === 'middle' ? (heights.get(position) - this.#room) / 2 : offset;
    const most = heights.total - this.#room;
    return Math.max(-this.#above, Math.min(heights.startOf(position) + ahead, most));
  }

  #draw(): void {
    if (!this.#list) return;
    this.#list.style.height = `${this.heights.total}px`;
    const above = this.heights.startOf(this.#first) - this.#shift;
    this.#list.style.paddingTop = `${Math.max(0, above)}px`;
  }

  #update(): void {
    const range = this.#findRange(this.#readTop());
    const { first, last, top } = this.range;
    if (first === range.first && last === range.last && top === range.top) return;
    this.range = range;
    this.onRange(range);
  }

  #findRange(offset: number): RowRange {
    const { heights } = this;
    const top = heights.rowAt(offset);
    return {
      // A row that is held at the edge counts as the uppermost: near the end it can't come up there, and positions
      // of scrolling are whole pixels.
      top: typeof this.#held?.offset === 'number' ? this.#held.position : top,
      first: Math.max(0, top - this.#overscan),
      last: Math.min(heights.count - 1, heights.rowAt(offset + this.#room) + this.#overscan),
    };
  }
}

/** What an observer tells of a row; nothing of one that has just left the document and has no height. */
function readEntry({ target, borderBoxSize }: ResizeObserverEntry): LaidRow[] {
  const height = borderBoxSize[0]?.blockSize;
  if (height === undefined || !target.isConnected) return [];
  return [{ position: Number((target as HTMLElement).dataset.position), height }];
}

/** What the document tells of a row; nothing where nothing is laid out. */
function readRow(row: Element): LaidRow[] {
  const { height } = row.getBoundingClientRect();
  return height > 0 ? [{ position: Number((row as HTMLElement).dataset.position), height }] : [];
}
