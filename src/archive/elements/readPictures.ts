import type { Figure } from '../html/blocks.ts';
import { parseBody } from '../html/parseBody.ts';
import { findBackground, isStandIn } from '../html/pictureAddress.ts';
import { type ImageReading, readImage } from '../html/readImage.ts';
import { type ElementNode, type ParentNode, readAttribute, walkTree } from '../html/walkTree.ts';
import type { BodyContext } from './BodyContext.ts';

/** Reads an `img` and its like. */
export function readPicture(element: ElementNode, context: BodyContext): boolean {
  addPicture(readImage(element), context);
  return true;
}

/** Reads a `picture`: one picture, whichever of its sources. */
export function readPictureElement(element: ElementNode, context: BodyContext): boolean {
  const sources: string[] = [];
  let img: ElementNode | undefined;
  for (const child of listElements(element)) {
    if (child.tagName === 'img') img ??= child;
    else if (child.tagName === 'source') {
      const set = readAttribute(child, 'srcset') ?? readAttribute(child, 'data-srcset');
      if (set !== undefined) sources.push(set);
    }
  }
  if (!img && sources.length === 0) return false;
  addPicture(readImage(img ?? element, sources), context);
  return true;
}

/** Reads an `input` that shows a picture; one that is ticked or not becomes a sign, as in lists of tasks. */
export function readPictureButton(element: ElementNode, context: BodyContext): boolean {
  const type = readAttribute(element, 'type')?.toLowerCase();
  if (type === 'image') return readPicture(element, context);
  if (type !== 'checkbox') return false;
  context.builder.addText(readAttribute(element, 'checked') === undefined ? '☐ ' : '☑ ');
  return true;
}

/** Reads Evernote's task, which has its words behind or within it. */
export function readTodo(element: ElementNode, { builder }: BodyContext): boolean {
  builder.addText(readAttribute(element, 'checked') === 'true' ? '☑ ' : '☐ ');
  return false;
}

/** Reads an element that is nothing but the picture behind it. */
export function readBackground(element: ElementNode, context: BodyContext): boolean {
  const style = readAttribute(element, 'style');
  if (style === undefined || !style.includes('url(')) return false;
  const src = findBackground(style);
  if (src === undefined) return false;
  const isEmpty = element.childNodes.every((node) => 'value' in node && node.value.trim() === '');
  if (!isEmpty) {
    context.reading.dropped.push({ rule: 'background', text: '', pictures: 1 });
    return false;
  }
  addPicture({ kind: 'image', image: { src, alt: '' } }, context);
  return true;
}

/**
 * Reads the pictures of a `noscript`, where lazy-loading templates keep what their scripts would show. Returns its
 * content.
 */
export function readWithoutScript(element: ElementNode, context: BodyContext): ParentNode {
  const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  const tree = parseBody(text) ?? { childNodes: [] };
  if (!context.believes('without-script')) return tree;
  for (const child of listElements(tree)) {
    if (child.tagName !== 'img') continue;
    const image = readImage(child);
    const isKnown = image.kind === 'image' && context.pictures.has(image.image.src);
    if (isKnown || image.kind !== 'image' || image.image.src === '') continue;
    const last = context.builder.lastFigure;
    // Its stand-in comes right before it.
    if (last && isStandIn(last.image.src)) fillIn(last, image);
    else addPicture(image, context);
    context.unscripted = context.builder.lastFigure;
    context.pictures.add(image.image.src);
  }
  return tree;
}

function fillIn(figure: Figure, { image }: ImageReading & { kind: 'image' }): void {
  const alt = image.alt || figure.image.alt;
  figure.image = { ...image, alt };
}

function addPicture(reading: ImageReading, context: BodyContext): void {
  if (reading.kind === 'text') context.builder.addText(reading.text);
  else if (reading.kind === 'none')
    context.reading.dropped.push({ rule: 'small-picture', text: '', pictures: 1 });
  else {
    const { image } = reading;
    const large = context.linkedPicture;
    if (isShownAlready(image.src, context)) return;
    context.pictures.add(image.src);
    // A small picture that leads to its large one: the sizes are the small one's.
    if (large !== undefined && large !== image.src)
      context.builder.addImage({ src: large, alt: image.alt });
    else context.builder.addImage(image);
  }
}

/** Some templates have the `noscript` first, and behind it the picture that their script fills in. */
function isShownAlready(src: string, { builder, unscripted }: BodyContext): boolean {
  if (unscripted === undefined || builder.lastFigure !== unscripted) return false;
  return src === unscripted.image.src || isStandIn(src);
}

function listElements(root: ParentNode): ElementNode[] {
  const elements: ElementNode[] = [];
  walkTree(root, {
    enter(element) {
      elements.push(element);
      return true;
    },
    leave: () => {},
    text: () => {},
    comment: () => {},
  });
  return elements;
}
