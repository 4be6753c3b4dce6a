import type { ParagraphStyle } from '../html/BlockBuilder.ts';
import { isAutomaticLink } from '../html/boilerplate.ts';
import {
  isCaptionElement,
  isPictureFrame,
  PARAGRAPH_ELEMENTS,
  PART_ELEMENTS,
} from '../html/elements.ts';
import { findLinkedPicture } from '../html/pictureAddress.ts';
import { readLinkAddress, readLocalAddress } from '../html/readAddress.ts';
import { type ElementNode, readAttribute, readElementText } from '../html/walkTree.ts';
import type { BodyContext, Closer, Look, Opener } from './BodyContext.ts';
import { openRaised } from './hiddenNotes.ts';
import { readNoteId } from './noteIds.ts';
import { openPart, openQuote, openTable, openTablePart } from './openContainers.ts';
import {
  openDefinition,
  openDefinitions,
  openDetails,
  openItem,
  openList,
  openSummary,
} from './openLists.ts';

/** What opens an element, by its name. Those without an opener only pass their content on. */
const OPENERS = new Map<string, Opener>([
  ...[...PART_ELEMENTS].map((name): [string, Opener] => [name, openPart]),
  ...[...PARAGRAPH_ELEMENTS].map((name): [string, Opener] => [name, openParagraph]),
  ...[1, 2, 3, 4, 5, 6].map((level): [string, Opener] => [
    `h${level}`,
    (...values) => openHeading(level, ...values),
  ]),
  ...['pre', 'xmp', 'listing', 'plaintext'].map((name): [string, Opener] => [name, openCode]),
  ...['ul', 'ol', 'menu', 'dir'].map((name): [string, Opener] => [name, openList]),
  ...['tr', 'td', 'th', 'caption'].map((name): [string, Opener] => [name, openTablePart]),
  ['a', openLink],
  ['blockquote', openQuote],
  ['dl', openDefinitions],
  ['dt', openDefinition],
  ['dd', openDefinition],
  ['details', openDetails],
  ['summary', openSummary],
  ['q', openQuotation],
  ['li', openItem],
  ['sup', openRaised],
  ['table', openTable],
]);

/** Opens what an element stands for, and returns the function that closes it. */
export function openElement(element: ElementNode, context: BodyContext, look: Look): Closer {
  const name = element.tagName;
  const isCaption =
    isCaptionElement(name, look.classes) ||
    (context.builder.isBelowFramed && look.classes.includes(' title '));
  const opener = isCaption ? openCaption : (OPENERS.get(name) ?? openInline);
  return opener(element, context, look);
}

function openCaption(_: ElementNode, context: BodyContext, { classes }: Look): Closer {
  context.builder.openParagraph({ ...context.inherited, classes, isCaption: true });
  return context.closeParagraph;
}

function openHeading(
  level: number,
  _: ElementNode,
  context: BodyContext,
  { classes }: Look,
): Closer {
  context.headingLevel = level;
  context.builder.openParagraph({ ...context.inherited, classes, headingLevel: level });
  return () => {
    context.closeParagraph();
    context.headingLevel = undefined;
  };
}

function openParagraph(element: ElementNode, context: BodyContext, look: Look): Closer {
  const { builder, inherited, headingLevel } = context;
  const { classes, style } = look;
  const name = element.tagName;
  if (headingLevel !== undefined) {
    builder.openParagraph({ ...inherited, classes, headingLevel });
    return context.closeParagraph;
  }
  const isBare = name === 'div' || name === 'section' || name === 'article';
  const isFrame = isPictureFrame(name, classes);
  if (isFrame) builder.openFrame();
  builder.openParagraph({ ...inherited, classes, isBare, isCaption: style.isLegend });
  return () => {
    if (isFrame) builder.closeFrame();
    else builder.closeParagraph();
    // Text behind a nested block still belongs to the outer element's layout.
    const outer = context.layouts.at(-2);
    if (outer && Object.keys(outer).length > 0)
      builder.openParagraph({ ...outer, classes: '', isBare: true });
  };
}

/** Code that holds pictures is read as any element, line by line. */
function openCode(_: ElementNode, context: BodyContext): Closer {
  context.builder.openPreformatted();
  const isWithin = context.isInCode;
  context.isInCode = true;
  return () => {
    context.isInCode = isWithin;
    context.builder.closePreformatted();
  };
}

function openLink(element: ElementNode, context: BodyContext): Closer {
  const { builder, reading } = context;
  const address = readAttribute(element, 'href');
  const code = /\/(s[hz]\d{6}|bj\d{6})\b/.exec(address ?? '')?.[1];
  const words = code === undefined ? '' : readElementText(element).trim();
  if (code && words !== '') reading.stockNames.set(code, words);
  const href = readLinkAddress(address) ?? readLocalAddress(address);
  const note = readNoteId(address);
  if (note !== undefined) builder.openLink(`#${note}`);
  else builder.openLink(href && !isAutomaticLink(element, href) ? href : undefined);
  const outer = context.linkedPicture;
  context.linkedPicture = findLinkedPicture(address) ?? outer;
  return () => {
    context.linkedPicture = outer;
    builder.closeLink();
  };
}

/** Browsers set the quotation marks. */
function openQuotation(_: ElementNode, { builder }: BodyContext): Closer {
  builder.addText('“');
  return () => builder.addText('”');
}

function openInline(_: ElementNode, { builder }: BodyContext, { style }: Look): Closer {
  const { lang, dir } = style;
  const change: Partial<ParagraphStyle> = {};
  if (style.align) change.align = style.align;
  if (style.isLegend) change.isCaption = true;
  if (style.align || style.isLegend) builder.refineParagraph(change);
  if (!lang && !dir) return () => {};
  builder.openTongue({ ...(lang ? { lang } : {}), ...(dir ? { dir } : {}) });
  return () => builder.closeTongue();
}
