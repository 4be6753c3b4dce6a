const OWN = /[ \t]*<(?:title>[^<]*<\/title|meta name="description"[^>]*)>\n?/g;

/**
 * Puts the lines of a head into a finished page, in place of its title and description. They stand at the end of the
 * head: what is fetched has to be found first.
 */
export function putHead(page: string, lines: string): string {
  return page.replace(OWN, '').replace('</head>', () => `${lines}</head>`);
}
