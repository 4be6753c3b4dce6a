import { isPromotionLink } from '../html/boilerplate.ts';
import { type ElementNode, readAttribute, readElementText, walkTree } from '../html/walkTree.ts';
import type { BodyContext, Closer, Look } from './BodyContext.ts';
import { TableReader } from './TableReader.ts';

/** Adverts of this kind stand at the top, behind this many blocks at most. */
const MOST_BEFORE_ADVERT = 2;

/** Opens a part of a quote, list or table that stands outside of any, or is nested too deep. */
export function openPart(_: ElementNode, context: BodyContext, { classes }: Look): Closer {
  context.builder.openParagraph({ ...context.inherited, classes, isBare: true });
  return context.closeParagraph;
}

/** Opens a block quote. */
export function openQuote(element: ElementNode, context: BodyContext, look: Look): Closer {
  if (context.isTooDeep) return openPart(element, context, look);
  const { builder } = context;
  builder.openContainer();
  return () => {
    const blocks = builder.closeContainer();
    if (blocks.length === 0) return;
    const isAtTop = builder.depth === 1 && builder.blocks.length <= MOST_BEFORE_ADVERT;
    if (isAtTop && context.believes('advert') && isAdvertQuote(element)) {
      context.drop('advert', element);
      return;
    }
    const isRelated = look.classes.includes(' fin_reference ');
    builder.push({ kind: 'quote', blocks, ...(isRelated ? { isRelated } : {}) });
  };
}

/** Opens a table. */
export function openTable(_: ElementNode, context: BodyContext): Closer {
  const { builder, tables } = context;
  builder.closeParagraph();
  tables.push(context.isTooDeep ? undefined : new TableReader(builder));
  return () => {
    tables.pop()?.close();
    builder.closeParagraph();
  };
}

/** Opens a row, cell or caption of a table. */
export function openTablePart(element: ElementNode, context: BodyContext, look: Look): Closer {
  return context.tables.at(-1)?.open(element) ?? openPart(element, context, look);
}

/** A short quote that holds a link to an offer is an advert. */
function isAdvertQuote(element: ElementNode): boolean {
  let hasOffer = false;
  walkTree(element, {
    enter(child) {
      if (child.tagName === 'a' && isPromotionLink(readAttribute(child, 'href') ?? ''))
        hasOffer = true;
      return true;
    },
    leave: () => {},
    text: () => {},
    comment: () => {},
  });
  return hasOffer && readElementText(element).replace(/\s+/g, '').length <= 120;
}
