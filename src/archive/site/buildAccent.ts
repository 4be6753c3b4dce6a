import type { Message } from '../command/Message.ts';

/** The colours that the accent stands on, of each theme; as in `reader/ui/styles.css`, to which a test holds them. */
export const GROUNDS = {
  light: { paper: '#faf8f3', page: '#fffdf9', hover: '#f3eee4' },
  dark: { paper: '#161513', page: '#1b1a18', hover: '#23211e' },
  sepia: { paper: '#f1e7d0', page: '#f6eeda', hover: '#e9ddc2' },
} as const;

export type AccentTheme = keyof typeof GROUNDS;

/** The accent of one theme: of words and marks, and of what lies below the words of the current place. */
export interface ThemeAccent {
  seal: string;
  soft: string;
}

/** WCAG 2.2, 1.4.3, text of any size. */
const LEAST_CONTRAST = 4.5;
/** How much of the accent is in its soft form; the rest is the page. */
const SOFTNESS = { light: 0.1, dark: 0.14, sepia: 0.1 };
/** Steps of lightness, from black to white. */
const STEPS = 200;

/**
 * Builds the accent of a theme from the owner's colour, `#rrggbb`: the colour itself where it can be read on all
 * grounds, else the nearest one that can, darker on light themes and lighter on the dark one. The black theme has the
 * dark one's: its grounds are darker still.
 */
export function buildAccent(colour: string, theme: AccentTheme): ThemeAccent {
  const { paper, page, hover } = GROUNDS[theme];
  const [hue, saturation, lightness] = toHsl(colour);
  const step = theme === 'dark' ? 1 : -1;
  for (let steps = 0; steps <= STEPS; steps++) {
    const next = lightness + (step * steps) / STEPS;
    const seal = steps === 0 ? colour : toHex(hue, saturation, Math.max(0, Math.min(1, next)));
    const soft = mix(seal, page, SOFTNESS[theme]);
    const contrasts = [paper, page, hover, soft].map((ground) => measureContrast(seal, ground));
    if (Math.min(...contrasts) >= LEAST_CONTRAST) return { seal, soft };
  }
  throw new Error(`${colour} has no readable form`);
}

/** Returns a warning where the colour can't be used in the light as it is. */
export function describeAccent(colour: string | undefined): Message[] {
  const seal = colour && buildAccent(colour, 'light').seal;
  if (colour === undefined || seal === colour) return [];
  return [
    {
      zh: `accent 的颜色 ${colour} 在浅色页面上看不清，改用 ${seal}。`,
      en: `The accent ${colour} can't be read on light pages; ${seal} is used instead.`,
    },
  ];
}

/** Puts the accent into the text of `reader/ui/styles.css`, in place of the seal's red. */
export function applyAccent(css: string, colour: string): string {
  const [light, dark, sepia] = (['light', 'dark', 'sepia'] as const).map((theme) =>
    buildAccent(colour, theme),
  ) as [ThemeAccent, ThemeAccent, ThemeAccent];
  const changed = css.replace(
    /(--color-seal(-soft)?:\s*)(light-dark\([^)]*\)|[^;]*);/g,
    (_text, name: string, soft: string | undefined, value: string) => {
      const field = soft ? 'soft' : 'seal';
      const isBoth = value.startsWith('light-dark(');
      return `${name}${isBoth ? `light-dark(${light[field]}, ${dark[field]})` : sepia[field]};`;
    },
  );
  if (changed === css) throw new Error('styles.css has no place for the accent');
  return changed;
}

/** Returns the contrast of two colours by WCAG 2.2, from 1 to 21. */
export function measureContrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [readLuminance(a), readLuminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function readLuminance(colour: string): number {
  const [red, green, blue] = readChannels(colour).map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Returns red, green and blue from 0 to 1. */
function readChannels(colour: string): [number, number, number] {
  const read = (start: number) => Number.parseInt(colour.slice(start, start + 2), 16) / 255;
  return [read(1), read(3), read(5)];
}

function writeChannels(channels: readonly number[]): string {
  const bytes = channels.map((channel) => Math.round(channel * 255));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function mix(colour: string, ground: string, share: number): string {
  const below = readChannels(ground);
  return writeChannels(
    readChannels(colour).map(
      (channel, index) => channel * share + (below[index] ?? 0) * (1 - share),
    ),
  );
}

/** Returns hue, saturation and lightness, each from 0 to 1 (CSS Color 4, 7.1). */
function toHsl(colour: string): [hue: number, saturation: number, lightness: number] {
  const [red, green, blue] = readChannels(colour);
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const lightness = (most + least) / 2;
  const range = most - least;
  if (range === 0) return [0, 0, lightness];
  const saturation = range / (1 - Math.abs(2 * lightness - 1));
  if (most === red) return [((green - blue) / range / 6 + 1) % 1, saturation, lightness];
  if (most === green) return [((blue - red) / range + 2) / 6, saturation, lightness];
  return [((red - green) / range + 4) / 6, saturation, lightness];
}

function toHex(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const place = (offset + hue * 12) % 12;
    return lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1));
  };
  return writeChannels([channel(0), channel(8), channel(4)]);
}
