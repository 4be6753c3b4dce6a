/**
 * The closed list of HTML that an article may consist of: element → attributes.
 * The build writes nothing else, the reader's sanitizer lets nothing else through.
 * `class` is allowed everywhere but only with the names in ARTICLE_CLASSES.
 */
export const ARTICLE_ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  p: [],
  h2: [],
  h3: [],
  h4: [],
  blockquote: [],
  aside: [],
  hr: [],
  pre: [],
  ul: [],
  ol: ['start', 'type', 'reversed'],
  li: ['value'],
  dl: [],
  dt: [],
  dd: [],
  details: ['open'],
  summary: [],
  figure: [],
  figcaption: [],
  img: ['src', 'alt', 'width', 'height'],
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['scope', 'colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
  a: ['href'],
  strong: [],
  em: [],
  code: [],
  sup: [],
  sub: [],
  del: [],
  u: [],
  mark: [],
  ruby: [],
  rt: [],
  rp: [],
  br: [],
};

/**
 * Class names that carry the editors' layout into clean HTML. `indent-n`: n blanks before a table cell's words.
 * `missing`: a note in place of what the archive has not got.
 */
export const ARTICLE_CLASSES: readonly string[] = [
  'center',
  'right',
  'related',
  'missing',
  'number',
  'indent-1',
  'indent-2',
  'indent-3',
  'indent-4',
];
