/**
 * Elements inside of a paragraph; a string that is searched for may cross their borders. All others begin and end
 * one.
 */
export const INLINE_ELEMENTS: ReadonlySet<string> = new Set(
  'a strong em u del sup sub code mark span ruby rt rp'.split(' '),
);

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/**
 * Gives the text of an article's HTML, paragraph by paragraph: what a search looks through.
 * Reads only what `writeHtml` writes: the closed list of elements, four entities, attributes in double quotes.
 */
export function readParagraphs(html: string): string[] {
  const paragraphs: string[] = [];
  let text = '';
  const end = () => {
    if (/\S/.test(text)) paragraphs.push(text);
    text = '';
  };
  for (let i = 0; i < html.length; ) {
    const open = html.indexOf('<', i);
    const piece = open < 0 ? html.slice(i) : html.slice(i, open);
    text += piece.includes('&')
      ? piece.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] as string)
      : piece;
    if (open < 0) break;
    const name = readName(html, open);
    if (name === 'br') text += '\n';
    else if (!INLINE_ELEMENTS.has(name)) end();
    i = html.indexOf('>', open) + 1;
    if (i === 0) break;
  }
  end();
  return paragraphs;
}

/** Gives the name of the tag that opens at `open`. */
function readName(html: string, open: number): string {
  let from = open + 1;
  if (html[from] === '/') from++;
  let to = from;
  while (to < html.length && /[a-z0-9]/.test(html[to] as string)) to++;
  return html.slice(from, to);
}
