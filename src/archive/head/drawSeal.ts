import type { Drawing, Point } from './Drawing.ts';

/** The product's mark is drawn on a field of 64 units; its strokes are made smaller around the middle. */
const FIELD = 64;
const CORNER = 10;
const SHARE = 0.8;
const MIDDLE = { x: 32, y: 33 };
/** Straight pieces that a curve is drawn in. */
const PIECES = 16;

/**
 * Draws the product's mark, the seal, with its upper left corner at `corner`. `svg`: the text of `public/icon.svg`,
 * whose strokes are lines (M, H, V, L) and curves of one control point (Q).
 */
export function drawSeal(
  drawing: Drawing,
  svg: string,
  { corner, size, ground, ink }: { corner: Point; size: number; ground: string; ink: string },
): void {
  const unit = size / FIELD;
  drawing.fillBox(corner, { x: corner.x + size, y: corner.y + size }, ground, CORNER * unit);
  const place = ({ x, y }: Point) => ({
    x: corner.x + (FIELD / 2 + (x - MIDDLE.x) * SHARE) * unit,
    y: corner.y + (FIELD / 2 + (y - MIDDLE.y) * SHARE) * unit,
  });
  for (const [, path = '', width] of svg.matchAll(/<path d="([^"]+)" stroke-width="([\d.]+)"/g)) {
    const points = readPath(path).map(place);
    points.slice(1).forEach((point, index) => {
      drawing.drawLine(points[index] as Point, point, Number(width) * SHARE * unit, ink);
    });
  }
}

/** Returns the points of a path, joined by straight lines. */
function readPath(path: string): Point[] {
  const points: Point[] = [];
  for (const [, command, rest = ''] of path.matchAll(/([MHVLQ])([^MHVLQ]*)/g)) {
    const [a = 0, b = 0, c = 0, d = 0] = rest
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const last = points.at(-1) ?? { x: 0, y: 0 };
    if (command === 'H') points.push({ x: a, y: last.y });
    else if (command === 'V') points.push({ x: last.x, y: a });
    else if (command === 'Q') {
      for (let piece = 1; piece <= PIECES; piece++) {
        const t = piece / PIECES;
        const bend = (from: number, by: number, to: number) =>
          (1 - t) ** 2 * from + 2 * (1 - t) * t * by + t ** 2 * to;
        points.push({ x: bend(last.x, a, c), y: bend(last.y, b, d) });
      }
    } else points.push({ x: a, y: b });
  }
  return points;
}
