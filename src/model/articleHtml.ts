const OPERATOR = [
  'form',
  'fence',
  'separator',
  'stretchy',
  'symmetric',
  'largeop',
  'movablelimits',
];

/** The elements of MathML that draw (MathML Core), and what may be said of them: nothing that leads or runs. */
export const MATH_ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  math: ['display', 'alttext'],
  mrow: [],
  mi: ['mathvariant'],
  mn: [],
  mo: [...OPERATOR, 'lspace', 'rspace', 'minsize', 'maxsize', 'accent'],
  ms: [],
  mtext: [],
  mspace: ['width', 'height', 'depth'],
  mfrac: ['linethickness'],
  msqrt: [],
  mroot: [],
  msub: [],
  msup: [],
  msubsup: [],
  munder: ['accentunder'],
  mover: ['accent'],
  munderover: ['accent', 'accentunder'],
  mmultiscripts: [],
  mprescripts: [],
  mtable: ['columnalign', 'rowspacing', 'columnspacing'],
  mtr: [],
  mtd: ['columnspan', 'rowspan', 'columnalign'],
  mstyle: ['displaystyle', 'scriptlevel', 'mathvariant'],
  mpadded: ['width', 'height', 'depth', 'lspace', 'voffset'],
  mphantom: [],
  menclose: ['notation'],
  merror: [],
};

/**
 * The closed list of HTML that an article may consist of: element → attributes.
 * The build writes nothing else, the reader's sanitizer lets nothing else through.
 * `class` is allowed everywhere but only with the names in ARTICLE_CLASSES.
 */
export const ARTICLE_ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  p: ['lang', 'dir'],
  h2: ['lang', 'dir'],
  h3: ['lang', 'dir'],
  h4: ['lang', 'dir'],
  span: ['lang', 'dir'],
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
  video: ['controls', 'preload', 'src', 'poster'],
  audio: ['controls', 'preload', 'src'],
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['scope', 'colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
  a: ['href', 'id'],
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
  ...MATH_ELEMENTS,
};

/** What ids of an article look like: those of places that its own links lead to. */
export const NOTE_ID = /^note-\d{1,5}$/;

/**
 * Class names that carry the editors' layout into clean HTML. `indent-n`: n blanks before a table cell's words.
 * `missing`: a note in place of what the archive has not got. `card`: a link in place of a frame.
 */
export const ARTICLE_CLASSES: readonly string[] = [
  'center',
  'right',
  'related',
  'missing',
  'card',
  'number',
  'capital',
  'indent-1',
  'indent-2',
  'indent-3',
  'indent-4',
];
