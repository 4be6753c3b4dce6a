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
    // Faces of the reader's own system, which nothing is fetched for.
    inlineFonts: true,
    preloadFonts: false,
    // The looks that a reader may have set, which no page has before its script; and what beasties doesn't match.
    allowRules: [
      /\[data-(?:theme|font|paragraphs|writing|panes)/,
      /\b(?:th|td)\):(?:first|last)-child/,
    ],
    logLevel: 'silent',
  });
  const inlined = await beasties.process(page);
  const texts = [...inlined.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => text);
  const style = dropUnused(
    LATER.reduce((text, pattern) => text.replace(pattern, ''), texts.join('')),
  );
  if (style === '') throw new Error('The style of the pages of articles came out empty.');
  return style;
}

/** What can come with the sheets: names of Tailwind's own, the looks on paper, what follows the pointer. */
const LATER = [
  /@layer properties\{@supports [^{]*\{[^{}]*\{[^{}]*\}\}\}/g,
  /@property [^{]*\{[^{}]*\}/g,
  /@media print\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g,
  /[^{},]+:hover\{[^{}]*\}/g,
];

/** Takes out the names that no rule asks for, until there is none. */
function dropUnused(style: string): string {
  const rest = style.replace(/(--[\w-]+):[^;{}]*;?/g, (declaration, name: string) =>
    style.includes(`var(${name}`) ? declaration : '',
  );
  return rest === style ? style : dropUnused(rest);
}
