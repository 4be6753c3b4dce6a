import Beasties from 'beasties';

/**
 * Returns the rules of the site's style sheets that a page of an article is first painted with: to be put into the
 * page, so that the first paint waits for no other file. `outDir` holds the sheets that `page` links to.
 *
 * beasties (MIT) takes those rules whose selectors match an element of the page. What a page does only when it is
 * pointed at or pressed comes with the sheets.
 */
export async function extractStyle(outDir: string, base: string, page: string): Promise<string> {
  const beasties = new Beasties({
    path: outDir,
    publicPath: base,
    preload: 'body',
    pruneSource: false,
    reduceInlineStyles: false,
    keyframes: 'none',
    fonts: false,
    logLevel: 'silent',
  });
  const inlined = await beasties.process(page);
  const texts = [...inlined.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => text);
  const style = texts.join('').replace(UNUSED, '');
  if (style === '') throw new Error('The style of the pages of articles came out empty.');
  return style;
}

/** What gives names of Tailwind's own a beginning in browsers that know no `@property`, which change nothing here. */
const UNUSED = /@layer properties\{@supports [^{]*\{[^{}]*\{[^{}]*\}\}\}/g;
