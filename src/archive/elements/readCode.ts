import { findDropRule, isNeverShown } from '../html/boilerplate.ts';
import { readClasses } from '../html/readElementStyle.ts';
import {
  type ElementNode,
  readAttribute,
  readElementText,
  type TreeNode,
  walkTree,
} from '../html/walkTree.ts';
import type { BodyContext } from './BodyContext.ts';
import { CodeText } from './CodeText.ts';

/**
 * Class names of the numbers beside lines: Hexo, Rouge, Pygments, Chroma, highlight.js, GitHub, CSDN, WeChat, Crayon.
 */
const NUMBERS =
  / (?:gutter|gl|linenos?|linenodiv|line-?numbers?(?:-rows)?|lnt|ln|hljs-ln-n(?:umbers)?|blob-num|pre-numbering|code-snippet__line-index|crayon-nums) /;
/** Class names of code in a table. */
const CODE_CELL = / (?:code|rouge-code|hljs-ln-code|blob-code|crayon-code) /;
/** Elements of one line each. */
const LINES = new Set(['li', 'div', 'p', 'tr', 'pre']);
const LINE_CLASSES = / (?:line|code-line|view-line|hljs-ln-line|cl) /;
/** Between parts of these, blanks are the markup's own. */
const PARTS_ONLY = new Set(['ol', 'ul', 'table', 'thead', 'tbody', 'tr']);
const MEDIA = /^(?:img|picture|video|audio|iframe|svg|math)$/;

/** Reads an element of code, with a break between lines and without their numbers. */
export function readCode(element: ElementNode, context: BodyContext): void {
  const code = new CodeText();
  const open: boolean[] = [];
  const parents: ElementNode[] = [element];
  walkTree(element, {
    enter(child) {
      const name = child.tagName;
      const classes = readClasses(child);
      if (name === 'br') code.addBreak();
      if (name === 'br' || isNeverShown(name) || isLeftOut(child, classes, context)) return false;
      const parent = parents.at(-1) as ElementNode;
      const isLine = LINES.has(name) || LINE_CLASSES.test(classes) || isLoneLine(name, parent);
      if (isLine) code.openLine();
      open.push(isLine);
      parents.push(child);
      return true;
    },
    leave() {
      parents.pop();
      if (open.pop()) code.closeLine();
    },
    text(value) {
      const { tagName } = parents.at(-1) as ElementNode;
      if (!PARTS_ONLY.has(tagName) || value.trim() !== '') code.add(value);
    },
    comment: () => {},
  });
  const { builder } = context;
  builder.openPreformatted();
  builder.addText(code.read());
  builder.closePreformatted();
}

/** Tells whether an element of code holds pictures and the like, which a text can't. */
export function holdsMedia(element: ElementNode): boolean {
  let isFound = false;
  walkTree(element, {
    enter(child) {
      if (MEDIA.test(child.tagName)) isFound = true;
      return !isFound;
    },
    leave: () => {},
    text: () => {},
    comment: () => {},
  });
  return isFound;
}

/** Tells whether a table is how a highlighter sets code beside its numbers: a table of figures has no code in it. */
export function isCodeTable(table: ElementNode): boolean {
  const cells = listCells(table.childNodes);
  return cells.some(isNumberCell) && cells.some(isCodeCell);
}

function isNumberCell(cell: ElementNode): boolean {
  if (readAttribute(cell, 'data-line-number') !== undefined) return true;
  const classes = readClasses(cell);
  return classes.includes(' lntd ') || (NUMBERS.test(classes) && isNumbers(cell));
}

function isCodeCell(cell: ElementNode): boolean {
  if (CODE_CELL.test(readClasses(cell))) return true;
  return cell.childNodes.some((node) => 'tagName' in node && node.tagName === 'pre');
}

function isLeftOut(element: ElementNode, classes: string, context: BodyContext): boolean {
  const isNumber =
    NUMBERS.test(classes) || readAttribute(element, 'data-line-number') !== undefined;
  const isGutter = isNumber && isNumbers(element);
  const rule = isGutter ? 'line-numbers' : findDropRule(element.tagName, classes, false);
  if (!rule || !context.believes(rule)) return false;
  context.drop(rule, element);
  return true;
}

function isNumbers(element: ElementNode): boolean {
  return /^[\d\s.:|]*$/.test(readElementText(element));
}

/** WeChat gives each line an element of its own, and nothing between. */
function isLoneLine(name: string, parent: ElementNode): boolean {
  if (name !== 'code' || parent.tagName !== 'pre') return false;
  return (
    parent.childNodes.filter((node) => 'tagName' in node && node.tagName === 'code').length > 1
  );
}

/** Returns the cells of a table, not those of tables within it. */
function listCells(nodes: readonly TreeNode[]): ElementNode[] {
  return nodes.flatMap((node) => {
    if (!('tagName' in node)) return [];
    if (node.tagName === 'td' || node.tagName === 'th') return [node];
    return PARTS_ONLY.has(node.tagName) ? listCells(node.childNodes) : [];
  });
}
