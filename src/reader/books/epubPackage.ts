import type { BookFacts } from './Book.ts';
import { escapeXml } from './writeXhtml.ts';

/** A file of a book, as its package names it. */
export interface BookFile {
  name: string;
  type: string;
  /** It is read in this order, and nothing else is. */
  isPage: boolean;
  /** `nav`, `mathml`, `cover-image`. */
  properties?: string;
}

/** The folder that a book's files lie in. */
export const BOOK_FOLDER = 'OEBPS/';

/** The first file of each book; it may not be packed. */
export const EPUB_TYPE = 'application/epub+zip';

/** Says where the package is. */
export const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="${BOOK_FOLDER}package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** Returns the package of EPUB 3.2: what the book is, its files, and their order. `id`: a URN. */
export function buildPackage(facts: BookFacts, id: string, files: readonly BookFile[]): string {
  const { title, site, licence, language, isVertical, now } = facts;
  const moment = now.toISOString().replace(/\.\d+/, '');
  const items = files.map(({ name, type, properties }, index) => {
    const own = properties ? ` properties="${properties}"` : '';
    return `<item id="f${index + 1}" href="${name}" media-type="${type}"${own}/>`;
  });
  const pages = files.flatMap(({ isPage }, index) =>
    isPage ? [`<itemref idref="f${index + 1}"/>`] : [],
  );
  const ncx = files.findIndex(({ type }) => type === NCX_TYPE) + 1;
  const cover = files.findIndex(({ properties }) => properties === 'cover-image') + 1;
  const hasPictures = files.some(({ type }) => type.startsWith('image/'));
  const access = [
    ['accessMode', 'textual'],
    ...(hasPictures ? [['accessMode', 'visual']] : []),
    ['accessModeSufficient', 'textual'],
    ['accessibilityFeature', 'tableOfContents'],
    ['accessibilityFeature', 'readingOrder'],
    ['accessibilityHazard', 'none'],
  ].map(([name, value]) => `<meta property="schema:${name}">${value}</meta>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="${language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book-id">${id}</dc:identifier>
<dc:title>${escapeXml(title)}</dc:title>
<dc:language>${language}</dc:language>
<dc:creator>${escapeXml(site)}</dc:creator>
<dc:publisher>${escapeXml(site)}</dc:publisher>
<dc:date>${moment}</dc:date>
${licence ? `<dc:rights>${escapeXml(licence)}</dc:rights>\n` : ''}<meta property="dcterms:modified">${moment}</meta>
${access.join('\n')}
<meta name="primary-writing-mode" content="${isVertical ? 'vertical-rl' : 'horizontal-lr'}"/>
${cover > 0 ? `<meta name="cover" content="f${cover}"/>\n` : ''}</metadata>
<manifest>
${items.join('\n')}
</manifest>
<spine toc="f${ncx}" page-progression-direction="${isVertical ? 'rtl' : 'ltr'}">
${pages.join('\n')}
</spine>
</package>
`;
}

/** Type of the contents as EPUB 2 has them. */
export const NCX_TYPE = 'application/x-dtbncx+xml';
