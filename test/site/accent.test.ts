/** An owner's colour can be read wherever the seal's red stands, whatever colour it is. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type AccentTheme,
  applyAccent,
  buildAccent,
  describeAccent,
  GROUNDS,
  measureContrast,
} from '../../src/archive/site/buildAccent.ts';

const THEMES = Object.keys(GROUNDS) as AccentTheme[];
const css = readFileSync('src/reader/ui/styles.css', 'utf8');
const STEPS = ['00', '20', '55', '80', 'aa', 'd0', 'ff'];
const CUBE = STEPS.flatMap((red) =>
  STEPS.flatMap((green) => STEPS.map((blue) => `#${red}${green}${blue}`)),
);
const NAMED = ['#ffff00', '#ffffff', '#000000', '#1a5fb4', '#a5302a', '#7fff00', '#ffb6c1'];

test.each(THEMES)('each of %s is read at 4.5 : 1 on all that it stands on', (theme) => {
  const { paper, page, hover } = GROUNDS[theme];
  const unreadable = [...NAMED, ...CUBE].filter((colour) => {
    const { seal, soft } = buildAccent(colour, theme);
    return [paper, page, hover, soft].some((ground) => measureContrast(seal, ground) < 4.5);
  });
  expect(unreadable).toEqual([]);
});

test('contrast is measured as WCAG does', () => {
  expect(measureContrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(measureContrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('a colour that can be read stays as it is, and nothing is said', () => {
  expect(buildAccent('#1a5fb4', 'light').seal).toBe('#1a5fb4');
  expect(describeAccent('#1a5fb4')).toEqual([]);
  expect(describeAccent(undefined)).toEqual([]);
});

test('one that can’t keeps its hue, and the owner is told', () => {
  const { seal } = buildAccent('#ffff00', 'light');
  expect(seal).toMatch(/^#(?<red>\w\w)\k<red>00$/); // as much red as green, no blue
  expect(describeAccent('#ffff00')[0]?.en).toContain(`#ffff00 can't be read`);
  expect(describeAccent('#ffff00')[0]?.zh).toContain(seal);
});

describe('the style sheet', () => {
  const readColours = (name: string) =>
    [...css.matchAll(new RegExp(`--color-${name}: ([^;]+);`, 'g'))].map((match) => match[1]);

  test('has the grounds that the accent is measured on', () => {
    for (const name of ['paper', 'page', 'hover'] as const) {
      const both = `light-dark(${GROUNDS.light[name]}, ${GROUNDS.dark[name]})`;
      expect(readColours(name).slice(0, 2)).toEqual([both, GROUNDS.sepia[name]]);
    }
  });

  test('gets it in place of each red, in all themes', () => {
    const reds = [...readColours('seal'), ...readColours('seal-soft')];
    expect(reds).toHaveLength(4);
    const changed = applyAccent(css, '#1a5fb4');
    for (const red of reds) expect(changed).not.toContain(red);
    expect(changed).toMatch(/--color-seal: light-dark\(#1a5fb4, #[0-9a-f]{6}\);/);
    expect(changed.replace(/(--color-seal(-soft)?): [^;]*/g, '$1')).toBe(
      css.replace(/(--color-seal(-soft)?): [^;]*/g, '$1'),
    );
  });
});
