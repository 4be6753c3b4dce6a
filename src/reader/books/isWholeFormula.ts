import { MATH_ELEMENTS } from '../../model/articleHtml.ts';

/** How many children each of these has; others have any number. */
const ARITY: Readonly<Record<string, number>> = {
  mfrac: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  munder: 2,
  mover: 2,
  msubsup: 3,
  munderover: 3,
};
const TOKENS = new Set(['mi', 'mn', 'mo', 'ms', 'mtext', 'mspace']);

/** Whether a formula is built as MathML asks for, so that a reading device can draw it. */
export function isWholeFormula(math: Element): boolean {
  return [math, ...math.querySelectorAll('*')].every((element) => {
    const { localName: name, children } = element;
    if (!Object.hasOwn(MATH_ELEMENTS, name)) return false;
    if (TOKENS.has(name)) return children.length === 0;
    if (
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== '')
    )
      return false;
    if (name === 'mtable') return [...children].every((row) => row.localName === 'mtr');
    if (name === 'mtr') return [...children].every((cell) => cell.localName === 'mtd');
    if (name === 'mmultiscripts') return children.length > 0;
    return ARITY[name] === undefined || children.length === ARITY[name];
  });
}
