// @vitest-environment jsdom

import { describe, expect, it } from 'vitest';
import { buildHref, parseRoute, type Route } from '../../src/reader/routing/routes.ts';
import fc from '../support/fastCheck.ts';

const BASE = '/news/';

/** The path as the browser's address bar would hold it. */
function readPath(href: string): string {
  return new URL(href, 'https://example.org').pathname;
}

describe('routes', () => {
  it.each<[string, Route]>([
    ['/news/', { name: 'list', category: '' }],
    ['/news', { name: 'list', category: '' }],
    ['/news/saved', { name: 'saved' }],
    ['/news/saved/', { name: 'saved' }],
    ['/news/a/abc234', { name: 'article', id: 'abc234' }],
    ['/news/a/', { name: 'missing' }],
    ['/news/a/b/c', { name: 'missing' }],
    ['/news/t/AI', { name: 'tag', tag: 'AI' }],
    ['/news/t/a/b', { name: 'tag', tag: 'a/b' }],
    ['/news/t', { name: 'missing' }],
    ['/news/c', { name: 'missing' }],
    ['/news/c//x', { name: 'missing' }],
    ['/news/elsewhere', { name: 'missing' }],
    ['/news/constructor', { name: 'missing' }],
    ['/newspaper/', { name: 'missing' }],
    ['/news/c/100%', { name: 'missing' }],
  ])('reads %s', (path, route) => {
    expect(parseRoute(path, BASE)).toEqual(route);
  });

  it('makes an address of half a character, too', () => {
    expect(buildHref({ name: 'list', category: '半\ud800/\udfff' }, BASE)).toBe(
      `/news/c/${encodeURIComponent('半\ufffd')}/${encodeURIComponent('\ufffd')}`,
    );
  });

  it.each([
    '.',
    '..',
    '杂项/../.',
    '~.',
    '~~../..',
    '...',
    '.a',
    '100%？#1',
    '金融/新浪财经/新浪财经－国內',
    'a b/%2F/100%25',
    '— 资讯/? & =/+',
  ])('finds its way back to the category %s', (category) => {
    const path = readPath(buildHref({ name: 'list', category }, BASE));
    expect(parseRoute(path, BASE)).toEqual({ name: 'list', category });
  });

  it.each(['100%？#1', 'a/b', 'C++', 'a b', '…/..', '.', '..', '~..'])(
    'finds its way back to the tag %s',
    (tag) => {
      const path = readPath(buildHref({ name: 'tag', tag }, BASE));
      expect(parseRoute(path, BASE)).toEqual({ name: 'tag', tag });
    },
  );

  it('finds its way back to any category', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !text.includes('/'));
    const anyName = fc.oneof(name, fc.stringMatching(/^[~.]{1,4}$/));
    fc.assert(
      fc.property(fc.array(anyName, { minLength: 1, maxLength: 4 }), (names) => {
        const category = names.join('/');
        const path = readPath(buildHref({ name: 'list', category }, BASE));
        expect(parseRoute(path, BASE)).toEqual({ name: 'list', category });
      }),
    );
  });
});
