import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { imageSize } from 'image-size';
import { buildAccent, GROUNDS } from '../site/buildAccent.ts';
import type { SiteSettings } from '../site/SiteSettings.ts';
import { Drawing } from './Drawing.ts';
import { drawSeal } from './drawSeal.ts';
import type { HeadPicture } from './HeadSite.ts';

/** The picture that previews show of pages without one of their own, and its file's content. */
export interface SiteCard extends HeadPicture {
  bytes: Buffer;
}

/** Open Graph's own proportion, 1.91 : 1. */
const WIDTH = 1200;
const HEIGHT = 630;

const INK = '#2a2622';
const FAINT = '#d9d1c2';
/** The product's own accent. */
const SEAL_RED = '#a5302a';

/** Lines of a page: from the left, from the top, length, height, colour. */
const HEADLINES = [
  [150, 440, 46],
  [232, 330, 46],
] as const;
const TEXT_LINES = [
  [340, 540],
  [380, 540],
  [420, 500],
  [460, 300],
] as const;

/**
 * Returns the owner's card, else one that is drawn: a page of lines in the accent's colour, beside it the product's
 * seal where the owner has no icon. No words: a machine that builds sites has mostly no Chinese font, and every preview
 * writes the page's title and the site's name beside the picture.
 */
export function buildCard(
  publicDir: string,
  contentDir: string,
  { card, icon, accent }: Pick<SiteSettings, 'card' | 'icon' | 'accent'>,
): SiteCard {
  if (card !== undefined) {
    const bytes = readFileSync(join(contentDir, card));
    const { width, height } = imageSize(bytes);
    return { src: `card${extname(card).toLowerCase()}`, width, height, bytes };
  }
  const seal = buildAccent(accent ?? SEAL_RED, 'light').seal;
  const svg = icon === undefined ? readFileSync(join(publicDir, 'icon.svg'), 'utf8') : undefined;
  const bytes = drawCard(seal, svg);
  return { src: 'card.png', width: WIDTH, height: HEIGHT, bytes };
}

/** `svg`: the text of the product's icon, where it is a part of the card. */
function drawCard(accent: string, svg: string | undefined): Buffer {
  const { paper, page } = GROUNDS.light;
  const drawing = new Drawing(WIDTH, HEIGHT, paper);
  drawing.fillBox({ x: 0, y: 0 }, { x: WIDTH, y: 18 }, accent);
  if (svg) {
    const corner = { x: 130, y: 165 };
    drawSeal(drawing, svg, { corner, size: 300, ground: accent, ink: page });
  }
  const left = svg ? 530 : 330;
  const drawBar = (y: number, length: number, height: number, colour: string) =>
    drawing.fillBox({ x: left, y }, { x: left + length, y: y + height }, colour, height / 5);
  for (const [y, length, height] of HEADLINES) drawBar(y, length, height, svg ? INK : accent);
  for (const [y, length] of TEXT_LINES) drawBar(y, length, 16, FAINT);
  return drawing.encode();
}
