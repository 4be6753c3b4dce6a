import { crc32, deflateSync } from 'node:zlib';

/** Red, green and blue, from 0 to 255. */
type Colour = readonly [number, number, number];

/** A place in a drawing, in pixels from its upper left corner. */
export interface Point {
  x: number;
  y: number;
}

/** A picture that plain shapes are drawn into, with smooth edges, and that becomes a PNG. */
export class Drawing {
  readonly width: number;
  readonly height: number;
  /** Rows of pixels; each row begins with its PNG filter, none. */
  private readonly rows: Buffer;

  constructor(width: number, height: number, ground: string) {
    this.width = width;
    this.height = height;
    const row = Buffer.from([0, ...Array.from({ length: width }, () => readColour(ground)).flat()]);
    this.rows = Buffer.alloc(height * row.length, row);
  }

  /** Fills a box between two corners, its own corners rounded by `radius`. */
  fillBox(from: Point, to: Point, colour: string, radius = 0): void {
    const [middleX, middleY] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
    const [halfX, halfY] = [(to.x - from.x) / 2 - radius, (to.y - from.y) / 2 - radius];
    this.fill(from, to, colour, ({ x, y }) => {
      const [dx, dy] = [Math.abs(x - middleX) - halfX, Math.abs(y - middleY) - halfY];
      const outside = Math.hypot(Math.max(dx, 0), Math.max(dy, 0));
      return outside + Math.min(Math.max(dx, dy), 0) - radius;
    });
  }

  /** Draws a line with square ends, half of its width beyond both points. */
  drawLine(from: Point, to: Point, width: number, colour: string): void {
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
    const low = { x: Math.min(from.x, to.x) - width, y: Math.min(from.y, to.y) - width };
    const high = { x: Math.max(from.x, to.x) + width, y: Math.max(from.y, to.y) + width };
    this.fill(low, high, colour, ({ x, y }) => {
      const along = (x - from.x) * ux + (y - from.y) * uy;
      const across = Math.abs((y - from.y) * ux - (x - from.x) * uy);
      return Math.max(Math.abs(along - length / 2) - length / 2, across) - width / 2;
    });
  }

  /** Returns the PNG (W3C, Portable Network Graphics), true colour without transparency. */
  encode(): Buffer {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    // 8 bits for each of three channels, no interlace.
    header.set([8, 2, 0, 0, 0], 8);
    return Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      buildChunk('IHDR', header),
      buildChunk('IDAT', deflateSync(this.rows, { level: 9 })),
      buildChunk('IEND', Buffer.alloc(0)),
    ]);
  }

  /** `measure` returns how far a point lies outside of the shape, in pixels, below 0 inside. */
  private fill(from: Point, to: Point, colour: string, measure: (point: Point) => number): void {
    const paint = readColour(colour);
    const [startX, endX] = [Math.max(0, Math.floor(from.x)), Math.min(this.width, Math.ceil(to.x))];
    const [startY, endY] = [
      Math.max(0, Math.floor(from.y)),
      Math.min(this.height, Math.ceil(to.y)),
    ];
    for (let y = startY; y < endY; y++) {
      for (let x = startX; x < endX; x++) {
        const share = Math.min(1, Math.max(0, 0.5 - measure({ x: x + 0.5, y: y + 0.5 })));
        if (share > 0) this.mix(x, y, paint, share);
      }
    }
  }

  private mix(x: number, y: number, paint: Colour, share: number): void {
    const place = y * (1 + 3 * this.width) + 1 + 3 * x;
    for (let channel = 0; channel < 3; channel++) {
      const below = this.rows[place + channel] ?? 0;
      this.rows[place + channel] = Math.round(below + ((paint[channel] ?? 0) - below) * share);
    }
  }
}

function readColour(colour: string): Colour {
  const read = (start: number) => Number.parseInt(colour.slice(start, start + 2), 16);
  return [read(1), read(3), read(5)];
}

function buildChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
