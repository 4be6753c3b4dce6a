import type { ElementNode } from '../html/walkTree.ts';
import type { BodyContext } from './BodyContext.ts';
import { holdsMedia, isCodeTable, readCode } from './readCode.ts';
import { readFrame, readMedia, readObject, readUnnamedMedia } from './readMedia.ts';
import {
  readBackground,
  readPicture,
  readPictureButton,
  readPictureElement,
  readTodo,
} from './readPictures.ts';
import { readRuby } from './readRuby.ts';

/** Reads an element as a whole, or returns false where its content is to be read by itself. */
type Reader = (element: ElementNode, context: BodyContext) => boolean;

/** What reads an element as a whole, by its name. */
const READERS = new Map<string, Reader>([
  ['br', readBreak],
  ['hr', readRule],
  ...['img', 'amp-img', 'mip-img', 'image'].map((name): [string, Reader] => [name, readPicture]),
  ['picture', readPictureElement],
  ['input', readPictureButton],
  ['en-todo', readTodo],
  ...['pre', 'xmp', 'listing', 'plaintext'].map((name): [string, Reader] => [
    name,
    readCodeElement,
  ]),
  ['table', readCodeTable],
  ['ruby', readRuby],
  ...['video', 'audio'].map((name): [string, Reader] => [name, readMedia]),
  ...['mpvoice', 'mp-common-mpaudio', 'qqmusic', 'mp-common-videosnap'].map(
    (name): [string, Reader] => [name, readUnnamedMedia],
  ),
  ['object', readObject],
  ...['iframe', 'frame', 'embed'].map((name): [string, Reader] => [name, readFrame]),
]);

/** Reads an element that is one thing with all it holds; returns false for any other. */
export function readLeaf(element: ElementNode, context: BodyContext): boolean {
  const reader = READERS.get(element.tagName);
  return reader ? reader(element, context) : readBackground(element, context);
}

function readBreak(_: ElementNode, { builder }: BodyContext): boolean {
  builder.addBreak();
  return true;
}

function readRule(_: ElementNode, { builder }: BodyContext): boolean {
  builder.push({ kind: 'rule' });
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
