import { MATH_ELEMENTS } from '../../model/articleHtml.ts';
import type { MathNode } from '../html/blocks.ts';
import { type ElementNode, readElementText, type TreeNode } from '../html/walkTree.ts';

/** Elements of MathML that hold text. */
const TOKENS = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);
/** What is said of a formula beside it. */
const ANNOTATIONS = new Set(['annotation', 'annotation-xml']);
/** A value that draws, and does nothing else. */
const HARMLESS = /^[\w.%+#\- ]{0,40}$/;
/** Formulas are not nested deeper. */
const MAX_DEPTH = 50;

/** Returns a formula with nothing but the elements and attributes of the closed list; undefined for an empty one. */
export function readMath(element: ElementNode): MathNode | undefined {
  const children = readChildren(element.childNodes, 0);
  if (children.every((child) => readMathText(child).trim() === '')) return undefined;
  return { name: 'math', attributes: readAttributes(element), children };
}

function readChildren(nodes: readonly TreeNode[], depth: number): MathNode[] {
  return nodes.flatMap((node): MathNode[] => {
    if ('value' in node) {
      const text = node.value.trim();
      return text === '' ? [] : [{ name: 'mtext', attributes: [], text }];
    }
    if (!('tagName' in node) || ANNOTATIONS.has(node.tagName)) return [];
    const { tagName: name } = node;
    if (TOKENS.has(name) || depth > MAX_DEPTH) {
      const text = readElementText(node).trim();
      const token = TOKENS.has(name) ? name : 'mtext';
      return [{ name: token, attributes: readAttributes(node), text }];
    }
    const children = readChildren(node.childNodes, depth + 1);
    if (!Object.hasOwn(MATH_ELEMENTS, name) || name === 'math') return children;
    return [{ name, attributes: readAttributes(node), children }];
  });
}

function readAttributes({ tagName, attrs }: ElementNode): MathNode['attributes'] {
  const allowed = MATH_ELEMENTS[tagName] ?? [];
  return attrs.flatMap(({ name, value }): [string, string][] =>
    allowed.includes(name) && HARMLESS.test(value) ? [[name, value]] : [],
  );
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Returns a formula in a line of text: `1/2`, `10⁶`, `x_i`. */
export function readMathText({ name, text, children = [] }: MathNode): string {
  if (text !== undefined) return text;
  const parts = children.map(readMathText);
  const [first = '', second = '', third = ''] = parts;
  if (name === 'mfrac') return `${bracket(first)}/${bracket(second)}`;
  if (name === 'msup') return `${first}${raise(second)}`;
  if (name === 'msub') return `${first}_${second}`;
  if (name === 'msubsup') return `${first}_${second}${raise(third)}`;
  if (name === 'msqrt') return `√${bracket(parts.join(''))}`;
  return parts.join('');
}

/** Returns digits raised, anything else behind a `^`. */
export function raise(text: string): string {
  if (!/^\d+$/.test(text)) return text === '' ? '' : `^${text}`;
  return text.replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] as string);
}

function bracket(text: string): string {
  return [...text].length > 1 && !/^\d+$/.test(text) ? `(${text})` : text;
}
