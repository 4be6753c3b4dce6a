// @vitest-environment jsdom

import { describe, expect, it } from 'vitest';
import { ARTICLE_CLASSES, ARTICLE_ELEMENTS } from '../../src/model/articleHtml.ts';
import { sanitizeHtml } from '../../src/reader/article/sanitizeHtml.ts';
import fc from '../support/fastCheck.ts';

function clean(html: string): HTMLElement {
  const box = document.createElement('div');
  box.append(sanitizeHtml(html));
  return box;
}

/** What finishing may add to the closed list. */
const ADDED: Record<string, string[]> = {
  a: ['target', 'rel'],
  img: ['referrerpolicy', 'loading', 'decoding', 'alt', 'aria-label'],
  div: ['class', 'role', 'tabindex', 'aria-label'],
  pre: ['tabindex'],
  wbr: [],
};

function expectClosed(box: HTMLElement): void {
  for (const element of box.querySelectorAll('*')) {
    const name = element.localName;
    const allowed = [...(ARTICLE_ELEMENTS[name] ?? []), ...(ADDED[name] ?? []), 'class'];
    expect({ ...ARTICLE_ELEMENTS, ...ADDED }).toHaveProperty([name]);
    expect(element.getAttributeNames().filter((one) => !allowed.includes(one))).toEqual([]);
    if (name === 'div') expect(element.className).toBe('table-box');
    else {
      const known = [...ARTICLE_CLASSES, 'together'];
      expect([...element.classList].filter((c) => !known.includes(c))).toEqual([]);
    }
    for (const address of ['href', 'src']) {
      const value = element.getAttribute(address);
      if (value !== null) expect(value).toMatch(/^(https?:\/\/|\/archive\/images\/)/i);
    }
  }
}

describe('sanitizeHtml', () => {
  it.each([
    '<script>alert(1)</script><p onclick="x()">一</p>',
    '<img src=x onerror=alert(1)>',
    '<svg><script>alert(1)</script></svg><math><mi xlink:href="javascript:x"></mi></math>',
    '<a href="javascript:alert(1)">一</a><a href=" java\nscript:alert(1)">二</a>',
    '<iframe srcdoc="<script>1</script>"></iframe><object data="x"></object><embed src="x">',
    '<form action="/x"><input name=y><button>三</button></form>',
    '<style>p{position:fixed}</style><p style="position:fixed" id="root" data-x="1" aria-label="x">四</p>',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>"><img src="http://a.example/x.png">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<p class="center fixed inset-0 frame">五</p><div class="table-box" role="button">六</div>',
    '<table><td width="1" colspan="2" onclick="x">七</td></table>',
    '<a href="https://a.example/" target="_self" width="3">八</a>',
    '<base href="https://evil.example/"><link rel="stylesheet" href="x"><meta http-equiv="refresh">',
  ])('lets only the closed list through: %s', (html) => {
    expectClosed(clean(html));
  });

  it('keeps the words of what it drops', () => {
    expect(clean('<section><p>甲<custom>乙</custom></p>丙</section>').textContent).toBe('甲乙丙');
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expectClosed(clean(text));
        expectClosed(clean(`<p ${text}>${text}</p><${text}`));
      }),
      { numRuns: 50 },
    );
    for (const open of ['<div>', '<blockquote>', '<b>', '<table><tr><td>']) {
      expect(() => sanitizeHtml(`${open.repeat(200)}深`)).not.toThrow();
    }
  });
});

describe('finishing', () => {
  it('opens links beside the reader and unlinks what leads nowhere', () => {
    const box = clean(
      '<a href="https://a.example/">一</a><a href="/x">二</a><a href="#n">三</a><a href="mailto:a@b.example">四</a>',
    );
    const [link, ...rest] = box.querySelectorAll('a');
    expect(link?.outerHTML).toBe(
      '<a href="https://a.example/" target="_blank" rel="noopener noreferrer">一</a>',
    );
    expect(rest.map((other) => other.getAttributeNames())).toEqual([[], [], []]);
  });

  it('loads pictures late, tells nobody who reads, and finds those of the archive', () => {
    const box = clean(
      '<img src="archive/images/a.svg" alt="图一" width="960" height="540"><img src="https://a.example/b.png" width="100%"><img src="archive/images/../../x"><img src="pictures/c.png">',
    );
    const images = [...box.querySelectorAll('img')];
    expect(images.map((image) => image.getAttribute('src'))).toEqual([
      '/archive/images/a.svg',
      'https://a.example/b.png',
      null,
      null,
    ]);
    expect(images.map((image) => image.getAttribute('loading'))).toEqual([
      'eager',
      'lazy',
      'lazy',
      'lazy',
    ]);
    for (const image of images) {
      expect(image.getAttribute('referrerpolicy')).toBe('no-referrer');
      expect(image.getAttribute('decoding')).toBe('async');
    }
    expect(images[0]?.getAttribute('width')).toBe('960');
    expect(images[1]?.hasAttribute('width')).toBe(false);
  });

  it('names pictures that nothing else names', () => {
    const box = clean(
      '<img src="https://a.example/1.png"><figure><img src="https://a.example/2.png"><figcaption>说明</figcaption></figure><img src="https://a.example/3.png" alt="">',
    );
    const names = [...box.querySelectorAll('img')].map((image) => [
      image.alt,
      image.getAttribute('aria-label'),
    ]);
    // The build writes an empty alt where nothing is known; without a caption such a picture would be silent.
    // Words of ours are no alternative text, which is copied with the article’s own.
    expect(names).toEqual([
      ['', '图片'],
      ['', null],
      ['', '图片'],
    ]);
  });

  it('puts each table in a box that scrolls, but not a table within a table', () => {
    const box = clean(
      '<table><tr><td>一<table><tr><td>里</td></tr></table></td></tr></table><table><tr><td>二</td></tr></table>',
    );
    const boxes = [...box.querySelectorAll('[role=region][tabindex="0"]')];
    expect(boxes.map((one) => one.getAttribute('aria-label'))).toEqual(['表格', '表格 2']);
    expect(boxes.map((one) => one.querySelectorAll('table').length)).toEqual([2, 1]);
  });

  it('lets long addresses break without changing what is copied', () => {
    const address = 'https://www.example.org/a/very/long/path?with=parameters&and=more';
    const box = clean(`<p>见${address}。</p><pre>${address}</pre>`);
    expect(box.querySelector('p')?.textContent).toBe(`见${address}。`);
    expect(box.querySelectorAll('p wbr').length).toBeGreaterThan(5);
    expect(box.querySelector('pre wbr')).toBeNull();
  });
});
