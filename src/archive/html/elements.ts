import type { Mark } from './blocks.ts';

const MARK_ELEMENTS = new Map<string, Mark>([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'em'],
  ['em', 'em'],
  ['cite', 'em'],
  ['u', 'u'],
  ['ins', 'u'],
  ['del', 'del'],
  ['s', 'del'],
  ['strike', 'del'],
  ['mark', 'mark'],
  ['sup', 'sup'],
  ['sub', 'sub'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['tt', 'code'],
]);

/** Gives the mark that an element puts on its text. */
export function readMark(name: string): Mark | undefined {
  return MARK_ELEMENTS.get(name);
}

const HEADING_LEVELS = new Map([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, level]));

/** Gives the level of a heading element, or undefined for any other. */
export function readHeadingLevel(name: string): number | undefined {
  return HEADING_LEVELS.get(name);
}

/** Elements whose borders end a paragraph. */
export const PARAGRAPH_ELEMENTS: ReadonlySet<string> = new Set(
  `p div section article main header footer aside nav address center fieldset form figure
  hgroup legend option search dialog`.split(/\s+/),
);

/** What templates call the caption of a picture: Sina, WordPress, Jianshu, MediaWiki, Sphinx. */
const CAPTION_CLASSES =
  / (?:img_descr|pic_descr|img-caption|wp-caption-text|image-caption|thumbcaption|caption-text) /;

/** Tells whether the element's text is a picture's caption. */
export function isCaptionElement(name: string, classes: string): boolean {
  if (classes === '') return name === 'figcaption';
  return name === 'figcaption' || (CAPTION_CLASSES.test(classes) && !PART_ELEMENTS.has(name));
}

/** Tells whether the element holds a picture together with its caption. */
export function isPictureFrame(name: string, classes: string): boolean {
  return name === 'figure' || / (?:img_wrapper|wp-caption|imageblock|image-package) /.test(classes);
}

/**
 * Elements of quotes, lists and tables, which only part their text from what is around it where they have no other
 * part to play.
 */
export const PART_ELEMENTS: ReadonlySet<string> = new Set([
  'blockquote',
  'li',
  'table',
  'tr',
  'td',
  'th',
  'caption',
]);

/** Stands for the classes of a paragraph that is a term of a definition list: bold, and no heading. */
export const TERM = ' term ';
