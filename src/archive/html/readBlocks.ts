import { BodyContext, type BodyReading, type Closer, type Look } from '../elements/BodyContext.ts';
import { addHiddenNotes } from '../elements/hiddenNotes.ts';
import { listWantedIds, readIds } from '../elements/noteIds.ts';
import { openElement } from '../elements/openers.ts';
import { readFormula } from '../elements/readFormula.ts';
import { readLeaf } from '../elements/readLeaf.ts';
import { readWithoutScript } from '../elements/readPictures.ts';
import type { Mark } from './blocks.ts';
import {
  findDropRule,
  isAuthorLine,
  isEditorLine,
  isNeverShown,
  isOriginalLink,
  isVideoPlaceholder,
} from './boilerplate.ts';
import { BELIEVE_ALL, type DropRule } from './Dropped.ts';
import { readMark } from './elements.ts';
import { readLinkAddress } from './readAddress.ts';
import { readClasses, readElementStyle } from './readElementStyle.ts';
import {
  type ElementNode,
  type ParentNode,
  readAttribute,
  readElementText,
  type TreeVisitor,
  walkTree,
} from './walkTree.ts';

type Layout = BodyContext['layouts'][number];

/** Lines on who wrote and who edited are short; a text in their elements is the article. */
const LONGEST_CREDIT = 100;

/**
 * Reads a parsed body into blocks. Unknown and structural elements only pass their content on,
 * so no text can get lost by standing in an unexpected place. `distrusted`: rules that may leave nothing out.
 */
export function readBlocks(
  root: ParentNode,
  distrusted: ReadonlySet<DropRule> = BELIEVE_ALL,
): BodyReading {
  const context = new BodyContext(distrusted, listWantedIds(root));
  const { builder, reading } = context;
  const undo: Closer[] = [];
  const visitor: TreeVisitor = {
    enter(element) {
      const name = element.tagName;
      const classes = readClasses(element);
      if (readFormula(element, classes, context) || isNeverShown(name)) return false;
      if (context.wantedIds.size > 0)
        for (const id of readIds(element)) if (context.wantedIds.has(id)) builder.addId(id);
      if (isVideoPlaceholder(element, classes)) reading.hasVideo = true;
      if (takeCredit(element, classes, context)) return false;
      if (name === 'noscript') {
        const content = readWithoutScript(element, context);
        if (!drop(element, classes, false, context)) walkTree(content, visitor);
        return false;
      }
      if (drop(element, classes, false, context) || readLeaf(element, context)) return false;
      const style = readElementStyle(element);
      if (style.isHidden && drop(element, classes, true, context)) return false;
      undo.push(open(element, context, { classes, style }));
      return true;
    },
    leave: () => undo.pop()?.(),
    text: (value) => builder.addText(value),
    comment: (value) => reading.comments.push(value),
  };
  walkTree(root, visitor);
  builder.closeParagraph();
  addHiddenNotes(context);
  return reading;
}

/** Leaves an element out where a rule says so and is believed. */
function drop(
  element: ElementNode,
  classes: string,
  isHidden: boolean,
  context: BodyContext,
): boolean {
  const rule = findDropRule(element.tagName, classes, isHidden);
  if (!rule || !context.believes(rule)) return false;
  context.drop(rule, element);
  if (isOriginalLink(classes))
    context.reading.original ??= readLinkAddress(readAttribute(element, 'href'));
  return true;
}

/** Opens an element with what it does to its text: marks, and where the text stands. */
function open(element: ElementNode, context: BodyContext, look: Look): Closer {
  const { builder, layouts } = context;
  const mark = readMark(element.tagName);
  const marks: Mark[] = mark ? [mark] : [];
  if (look.style.isBold) marks.push('strong');
  if (look.style.isItalic) marks.push('em');
  for (const each of marks) builder.addMark(each, 1);
  layouts.push(layOut(look.style, layouts.at(-1)));
  const close = openElement(element, context, look);
  return () => {
    close();
    layouts.pop();
    for (const each of marks) builder.addMark(each, -1);
  };
}

const NO_LAYOUT: Readonly<Layout> = {};

/** Returns how the text of an element stands, from its own style and from what is around it. */
function layOut({ align, lang, dir }: Look['style'], outer = NO_LAYOUT): Layout {
  if (!align && !lang && !dir) return outer;
  return {
    ...outer,
    ...(align ? { align } : {}),
    ...(lang ? { lang } : {}),
    ...(dir ? { dir } : {}),
  };
}

/** Takes lines that belong to the head or the foot of the article, by their template's class names. */
function takeCredit(element: ElementNode, classes: string, context: BodyContext): boolean {
  if (classes === '') return false;
  const isAuthor = isAuthorLine(element.tagName, classes);
  if (!isAuthor && !isEditorLine(classes)) return false;
  const text = readElementText(element);
  if (text.length > LONGEST_CREDIT) return false;
  if (isAuthor) context.reading.authors.push(text.trim());
  else context.reading.editorLines.push(text);
  context.drop('credit', element);
  return true;
}
