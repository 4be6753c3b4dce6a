import { BlockBuilder, type ParagraphStyle } from './BlockBuilder.ts';
import type { Block, Mark } from './blocks.ts';
import {
  isAuthorLine,
  isAutomaticLink,
  isBoilerplate,
  isPromotionLink,
  isVideoPlaceholder,
} from './boilerplate.ts';
import {
  isCaptionElement,
  isPictureFrame,
  PARAGRAPH_ELEMENTS,
  PART_ELEMENTS,
  readHeadingLevel,
  readMark,
  TERM,
} from './elements.ts';
import { readLinkAddress } from './readAddress.ts';
import { type ElementStyle, readClasses, readElementStyle } from './readElementStyle.ts';
import { readImage } from './readImage.ts';
import { TableReader } from './TableReader.ts';
import {
  type ElementNode,
  type ParentNode,
  readAttribute,
  readElementText,
  walkTree,
} from './walkTree.ts';

/** What a body holds beside its blocks. */
export interface BodyReading {
  blocks: Block[];
  /** Contents of the comments, in order: Sina keeps stock codes, credits and promotion there. */
  comments: string[];
  /** Texts of the editor line's element. */
  editorLines: string[];
  /** Names (and what they do) that a template prints beside the text, e.g. Zhihu's answerer. */
  authors: string[];
  /** Company names by code, from the links on the text's words. */
  stockNames: Map<string, string>;
  hasVideo: boolean;
}

/** Quotes, lists and tables nested deeper than this pass their content on to the one around them. */
const MAX_DEPTH = 8;

/**
 * Reads a parsed body into blocks. Unknown and structural elements only pass their content on,
 * so no text can get lost by standing in an unexpected place.
 */
export function readBlocks(root: ParentNode): BodyReading {
  const builder = new BlockBuilder();
  const reading: BodyReading = {
    blocks: builder.blocks,
    comments: [],
    editorLines: [],
    authors: [],
    stockNames: new Map(),
    hasVideo: false,
  };
  const aligns: ElementStyle['align'][] = [];
  const undo: (() => void)[] = [];
  /** Open lists and tables; undefined for one that is nested too deep and only passes its content on. */
  const lists: (Block[][] | undefined)[] = [];
  const tables: (TableReader | undefined)[] = [];
  const isTooDeep = () => builder.depth > MAX_DEPTH;
  let headingLevel: number | undefined;

  /** Opens what the element stands for and gives the function that closes it. */
  function open(element: ElementNode, classes: string, style: ElementStyle): () => void {
    const mark = readMark(element.tagName);
    const marks: Mark[] = mark ? [mark] : [];
    if (style.isBold) marks.push('strong');
    if (style.isItalic) marks.push('em');
    for (const mark of marks) builder.addMark(mark, 1);
    aligns.push(style.align ?? aligns.at(-1));
    const close = openKind(element, classes, style);
    return () => {
      close();
      aligns.pop();
      for (const mark of marks) builder.addMark(mark, -1);
    };
  }

  function openKind(element: ElementNode, classes: string, style: ElementStyle): () => void {
    const name = element.tagName;
    const align = aligns.at(-1);
    const inherited: Pick<ParagraphStyle, 'align'> = align ? { align } : {};
    const closeParagraph = () => builder.closeParagraph();

    if (isCaptionElement(name, classes)) {
      builder.openParagraph({ ...inherited, classes, isCaption: true });
      return closeParagraph;
    }
    const level = readHeadingLevel(name);
    if (level !== undefined) {
      headingLevel = level;
      builder.openParagraph({ ...inherited, classes, headingLevel: level });
      return () => {
        closeParagraph();
        headingLevel = undefined;
      };
    }
    if (PARAGRAPH_ELEMENTS.has(name)) {
      if (headingLevel !== undefined) {
        builder.openParagraph({ ...inherited, classes, headingLevel });
        return closeParagraph;
      }
      const isBare = name === 'div' || name === 'section' || name === 'article';
      const isFrame = isPictureFrame(name, classes);
      if (isFrame) builder.openFrame();
      const own = name === 'dt' ? TERM : classes;
      builder.openParagraph({ ...inherited, classes: own, isBare, isCaption: style.isLegend });
      return () => {
        if (isFrame) builder.closeFrame();
        else closeParagraph();
        // Text behind a nested block still belongs to the outer element's layout.
        const outer = aligns.at(-2);
        if (outer) builder.openParagraph({ classes: '', isBare: true, align: outer });
      };
    }
    if (name === 'pre' || name === 'xmp' || name === 'listing' || name === 'plaintext') {
      builder.openPreformatted();
      return () => builder.closePreformatted();
    }
    if (name === 'a') {
      const href = readLinkAddress(readAttribute(element, 'href'));
      noteStock(element);
      builder.openLink(href && !isAutomaticLink(element, href) ? href : undefined);
      return () => builder.closeLink();
    }
    if (name === 'blockquote' && !isTooDeep()) {
      builder.openContainer();
      return () => closeQuote(element, classes.includes(' fin_reference '));
    }
    if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir') {
      builder.closeParagraph();
      lists.push(isTooDeep() ? undefined : []);
      return () => closeList(name === 'ol', Number(readAttribute(element, 'start')));
    }
    const list = lists.at(-1);
    if (name === 'li' && list) {
      builder.openContainer();
      return () => {
        const item = builder.closeContainer();
        if (item.length > 0) list.push(item);
      };
    }
    if (name === 'table') {
      builder.closeParagraph();
      tables.push(isTooDeep() ? undefined : new TableReader(builder));
      return () => {
        tables.pop()?.close();
        builder.closeParagraph();
      };
    }
    const table = tables.at(-1);
    if (table && (name === 'tr' || name === 'td' || name === 'th' || name === 'caption')) {
      return table.open(element);
    }
    if (PART_ELEMENTS.has(name)) {
      builder.openParagraph({ ...inherited, classes, isBare: true });
      return closeParagraph;
    }
    const change: Partial<ParagraphStyle> = {};
    if (style.align) change.align = style.align;
    if (style.isLegend) change.isCaption = true;
    if (style.align || style.isLegend) builder.refineParagraph(change);
    return () => {};
  }

  function closeQuote(element: ElementNode, isRelated: boolean): void {
    const blocks = builder.closeContainer();
    if (blocks.length === 0 || isAdvertQuote(element)) return;
    builder.push({ kind: 'quote', blocks, ...(isRelated ? { isRelated } : {}) });
  }

  function closeList(isOrdered: boolean, start: number): void {
    builder.closeParagraph();
    const items = lists.pop() ?? [];
    if (items.length === 0) return;
    builder.push({ kind: 'list', isOrdered, items, ...(start > 1 ? { start } : {}) });
  }

  function noteStock(element: ElementNode): void {
    const code = /\/(s[hz]\d{6}|bj\d{6})\b/.exec(readAttribute(element, 'href') ?? '')?.[1];
    const words = readElementText(element).trim();
    if (code && words !== '') reading.stockNames.set(code, words);
  }

  walkTree(root, {
    enter(element) {
      const name = element.tagName;
      const classes = readClasses(element);
      if (isVideoPlaceholder(element, classes)) reading.hasVideo = true;
      if (classes.includes(' article-editor ')) reading.editorLines.push(readElementText(element));
      if (isBoilerplate(name, classes)) return false;
      if (isAuthorLine(name, classes)) {
        reading.authors.push(readElementText(element).trim());
        return false;
      }
      if (name === 'br') builder.addBreak();
      else if (name === 'hr') builder.push({ kind: 'rule' });
      else if (name === 'img') {
        const image = readImage(element);
        if (image.kind === 'image') builder.addImage(image.image);
        else if (image.kind === 'text') builder.addText(image.text);
      } else {
        const style = readElementStyle(element);
        if (style.isHidden) return false;
        undo.push(open(element, classes, style));
        return true;
      }
      return false;
    },
    leave: () => undo.pop()?.(),
    text: (value) => builder.addText(value),
    comment: (value) => reading.comments.push(value),
  });
  builder.closeParagraph();
  return reading;
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
