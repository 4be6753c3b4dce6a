import type { BodyContext } from './BodyContext.ts';
import { holdsMedia, isCodeTable, readCode } from './readCode.ts';
import { readImage } from './readImage.ts';
import type { ElementNode } from './walkTree.ts';

/** Reads an element as a whole, or returns false where its content is to be read by itself. */
type Reader = (element: ElementNode, context: BodyContext) => boolean;

/** What reads an element as a whole, by its name. */
const READERS = new Map<string, Reader>([
  ['br', readBreak],
  ['hr', readRule],
  ['img', readPicture],
  ...['pre', 'xmp', 'listing', 'plaintext'].map((name): [string, Reader] => [
    name,
    readCodeElement,
  ]),
  ['table', readCodeTable],
]);

/** Reads an element that is one thing with all it holds; returns false for any other. */
export function readLeaf(element: ElementNode, context: BodyContext): boolean {
  return READERS.get(element.tagName)?.(element, context) ?? false;
}

function readBreak(_: ElementNode, { builder }: BodyContext): boolean {
  builder.addBreak();
  return true;
}

function readRule(_: ElementNode, { builder }: BodyContext): boolean {
  builder.push({ kind: 'rule' });
  return true;
}

function readPicture(element: ElementNode, { builder }: BodyContext): boolean {
  const image = readImage(element);
  if (image.kind === 'image') builder.addImage(image.image);
  else if (image.kind === 'text') builder.addText(image.text);
  return true;
}

function readCodeElement(element: ElementNode, context: BodyContext): boolean {
  if (context.isInCode || holdsMedia(element)) return false;
  readCode(element, context);
  return true;
}

function readCodeTable(element: ElementNode, context: BodyContext): boolean {
  if (context.isInCode || !isCodeTable(element)) return false;
  readCode(element, context);
  return true;
}
