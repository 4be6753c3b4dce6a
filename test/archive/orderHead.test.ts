/** What the parser stops for stands behind the scripts and before the stylesheet, which it would have to wait for. */
import { expect, test } from 'vitest';
import { orderHead } from '../../src/archive/output/orderHead.ts';

const EARLY = '<script src="/news/early.js"></script>';
const APP = '<script type="module" crossorigin src="/news/assets/index.js"></script>';
const STYLE = '<link rel="stylesheet" crossorigin href="/news/assets/index.css">';
const LINK = '<link rel="modulepreload" crossorigin href="/news/assets/ReadingView.js">';

/** Gives the beginnings of the head's elements in order. */
function listHead(page: string): string[] {
  return [...page.matchAll(/<(?:script|link)[^>]*>/g)].map(([tag]) => tag);
}

test('scripts are asked for before the parser stops, and the stylesheet is not waited for', () => {
  const page = `<head>${EARLY}${APP}${STYLE}</head>`;
  expect(listHead(orderHead(page, [LINK]))).toEqual([
    '<link rel="preload" as="script" href="/news/early.js">',
    APP.replace('</script>', ''),
    LINK,
    EARLY.replace('</script>', ''),
    STYLE,
  ]);
});

test('a page without stylesheet or early script keeps all it has', () => {
  expect(listHead(orderHead(`<head>${EARLY}${APP}</head>`))).toEqual([
    '<link rel="preload" as="script" href="/news/early.js">',
    APP.replace('</script>', ''),
    EARLY.replace('</script>', ''),
  ]);
  expect(orderHead(`<head>${APP}</head>`, [LINK])).toMatch(/index\.js.*ReadingView\.js.*<\/head>/s);
});
