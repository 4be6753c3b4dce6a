import type { MathNode } from '../html/blocks.ts';
import { parseBody } from '../html/parseBody.ts';
import { type ElementNode, readAttribute, readElementText, walkTree } from '../html/walkTree.ts';
import type { BodyContext } from './BodyContext.ts';
import { readMath, readMathText } from './readMath.ts';

/** What MathJax makes of a formula; its source is in a script behind it. */
const MATHJAX = / (?:MathJax(?:_\w+)?|mjx-chtml|MJXc-display) /;
/** Pictures of formulas, which say in words what they show. */
const FORMULA_PICTURE =
  /zhihu\.com\/equation\?tex=|latex\.codecogs\.com|cht=tx|\/media\/math\/render\/|\/latex\.php\?/;

/** Reads a formula that is written several times over, for browsers, for the eye and for its author: once. */
export function readFormula(element: ElementNode, classes: string, context: BodyContext): boolean {
  const name = element.tagName;
  if (name === 'math') return addMath(readMath(element), element, context);
  if (name === 'script') return readTexScript(element, context);
  if (name === 'img') return readFormulaPicture(element, classes, context);
  if (name === 'mjx-container') return readMathJax(element, context);
  if (classes === '') return false;
  if (classes.includes(' katex ') || classes.includes(' mwe-math-element ')) {
    const math = findMath(element);
    if (!math || !addMath(readMath(math), math, context)) return false;
    context.drop('formula', { ...element, childNodes: withoutMath(element) });
    return true;
  }
  const tex = readAttribute(element, 'data-tex');
  if (tex?.trim() && classes.includes(' ztext-math ')) {
    addTex(tex, false, context);
    return true;
  }
  return MATHJAX.test(classes) && readMathJax(element, context);
}

function readMathJax(element: ElementNode, context: BodyContext): boolean {
  const source = readAttribute(element, 'data-mathml');
  const tree = source === undefined ? element : parseBody(source);
  const math = tree && findMath(tree);
  if (math && addMath(readMath(math), math, context)) context.isFormulaShown = true;
  else if (element.tagName === 'mjx-container') context.builder.addText('〔公式未能收录〕');
  context.drop('formula', { ...element, childNodes: withoutMath(element) });
  return true;
}

function readTexScript(element: ElementNode, context: BodyContext): boolean {
  const type = readAttribute(element, 'type') ?? '';
  if (!/^math\/tex\b/.test(type)) return false;
  if (!context.isFormulaShown) addTex(readElementText(element), /display/.test(type), context);
  context.isFormulaShown = false;
  return true;
}

function readFormulaPicture(element: ElementNode, classes: string, context: BodyContext): boolean {
  const src = readAttribute(element, 'src') ?? '';
  const isFormula =
    FORMULA_PICTURE.test(src) ||
    classes.includes(' mwe-math-fallback') ||
    readAttribute(element, 'eeimg') !== undefined;
  const tex = readAttribute(element, 'alt') ?? '';
  if (!isFormula || tex.trim() === '') return false;
  addTex(tex, false, context);
  return true;
}

function addMath(math: MathNode | undefined, element: ElementNode, context: BodyContext): boolean {
  if (!math) return false;
  const isBlock = readAttribute(element, 'display') === 'block';
  if (isBlock) context.builder.openParagraph({ classes: '', align: 'center' });
  context.builder.addAtom({ kind: 'math', math }, readMathText(math));
  if (isBlock) context.builder.closeParagraph();
  return true;
}

/** Adds the source of a formula, which has nothing else. */
function addTex(source: string, isBlock: boolean, { builder }: BodyContext): void {
  const tex = source.trim().replace(/^\{\\(?:display|text)style\s*([\s\S]*)\}$/, '$1');
  if (isBlock) builder.openParagraph({ classes: '', align: 'center' });
  builder.addMark('code', 1);
  builder.addText(tex.trim());
  builder.addMark('code', -1);
  if (isBlock) builder.closeParagraph();
}

function findMath(root: Pick<ElementNode, 'childNodes'>): ElementNode | undefined {
  let found: ElementNode | undefined;
  walkTree(root, {
    enter(child) {
      if (child.tagName === 'math') found ??= child;
      return !found;
    },
    leave: () => {},
    text: () => {},
    comment: () => {},
  });
  return found;
}

/** Returns the parts of a formula that don't hold its MathML. */
function withoutMath(element: ElementNode): ElementNode['childNodes'] {
  return element.childNodes.filter(
    (node) => !('tagName' in node) || (node.tagName !== 'math' && !findMath(node)),
  );
}
