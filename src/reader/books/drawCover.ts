import type { BookFacts } from './Book.ts';

const [WIDTH, HEIGHT] = [1200, 1600];
const LINE = 132;

/**
 * Draws a cover, which shelves show instead of the first page: the title on paper, with the site's name below a line.
 * Undefined in browsers that can't draw away from the page.
 */
export async function drawCover({ title, site }: BookFacts): Promise<Blob | undefined> {
  if (typeof OffscreenCanvas === 'undefined') return undefined;
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.fillStyle = '#fbf7ef';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = '#a8321f';
  context.fillRect(120, 240, 120, 12);
  context.fillRect(120, HEIGHT - 320, WIDTH - 240, 3);
  context.fillStyle = '#1d1b18';
  context.font = '700 100px "Noto Serif CJK SC", "Songti SC", SimSun, serif';
  const lines = breakLines(title, (text) => context.measureText(text).width <= WIDTH - 240);
  for (const [index, line] of lines.slice(0, 7).entries())
    context.fillText(line, 120, 400 + index * LINE);
  context.font = '400 52px "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';
  context.fillText(site, 120, HEIGHT - 220);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}

/** Breaks a text into lines that fit. Chinese may break anywhere; a Latin word goes over whole if it can. */
function breakLines(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\w.-]+|\s+|./gu) ?? []) {
    if (line === '' || fits(line + piece)) line += piece;
    else {
      lines.push(line);
      line = piece.trim();
    }
  }
  return [...lines, line];
}
