import type { List, Run } from '../html/blocks.ts';
import { TERM } from '../html/elements.ts';
import { type ElementNode, readAttribute } from '../html/walkTree.ts';
import type { BodyContext, Closer, Look } from './BodyContext.ts';
import { openPart } from './openContainers.ts';
import { isWords, joinRuns } from './TableReader.ts';

/** Numbers beyond this come from broken markup. */
const MOST = 99_999;

/** Opens a list. One of pictures alone is how galleries are laid out. */
export function openList(element: ElementNode, context: BodyContext): Closer {
  const { builder, lists } = context;
  builder.closeParagraph();
  lists.push(context.isTooDeep ? undefined : { items: [], values: new Map() });
  return () => {
    builder.closeParagraph();
    const { items = [], values } = lists.pop() ?? {};
    if (items.length === 0) return;
    if (items.flat().every(({ kind }) => kind === 'figure')) {
      for (const figure of items.flat()) builder.push(figure);
    } else if (element.tagName !== 'ol') builder.push({ kind: 'list', isOrdered: false, items });
    else builder.push({ kind: 'list', isOrdered: true, items, ...readCounting(element, values) });
  };
}

function readCounting(list: ElementNode, values: List['values']): Partial<List> {
  const start = readNumber(list, 'start');
  const type = readAttribute(list, 'type');
  return {
    ...(start !== undefined && start !== 1 ? { start } : {}),
    ...(type === 'a' || type === 'A' || type === 'i' || type === 'I' ? { type } : {}),
    ...(readAttribute(list, 'reversed') === undefined ? {} : { isReversed: true }),
    ...(values && values.size > 0 ? { values } : {}),
  };
}

function readNumber(element: ElementNode, name: string): number | undefined {
  const value = readAttribute(element, name)?.trim() ?? '';
  const number = Number(value);
  return value !== '' && Number.isInteger(number) && Math.abs(number) <= MOST ? number : undefined;
}

/** Opens a list's item. */
export function openItem(element: ElementNode, context: BodyContext, look: Look): Closer {
  const list = context.lists.at(-1);
  if (!list) return openPart(element, context, look);
  const { builder } = context;
  builder.openContainer();
  const { lang, dir } = look.style;
  if (lang || dir) builder.openParagraph({ ...context.inherited, classes: '', isBare: true });
  return () => {
    const item = builder.closeContainer();
    if (item.length === 0) return;
    const value = readNumber(element, 'value');
    if (value !== undefined) list.values?.set(list.items.length, value);
    list.items.push(item);
  };
}

/** Opens a list of terms. One without any term is how some pages are laid out. */
export function openDefinitions(_: ElementNode, context: BodyContext): Closer {
  const { builder, definitions } = context;
  builder.closeParagraph();
  definitions.push(context.isTooDeep ? undefined : []);
  return () => {
    builder.closeParagraph();
    const entries = definitions.pop() ?? [];
    if (entries.some(({ isTerm }) => isTerm)) builder.push({ kind: 'definitions', entries });
    else for (const { blocks } of entries) for (const block of blocks) builder.push(block);
  };
}

/** Opens a term, or what is said of one. Outside of a list, a term is bold. */
export function openDefinition(element: ElementNode, context: BodyContext): Closer {
  const { builder } = context;
  const entries = context.definitions.at(-1);
  const isTerm = element.tagName === 'dt';
  if (!entries) {
    builder.openParagraph({ ...context.inherited, classes: isTerm ? TERM : '' });
    if (isTerm) builder.addMark('strong', 1);
    return () => {
      builder.closeParagraph();
      if (isTerm) builder.addMark('strong', -1);
    };
  }
  builder.openContainer();
  return () => {
    const blocks = builder.closeContainer();
    if (blocks.length > 0) entries.push({ isTerm, blocks });
  };
}

/** Opens what opens when its summary is pressed. Without a summary, it is shown as it stands. */
export function openDetails(element: ElementNode, context: BodyContext, look: Look): Closer {
  if (context.isTooDeep) return openPart(element, context, look);
  const { builder, details } = context;
  const summary: Run[] = [];
  details.push(summary);
  builder.openContainer();
  return () => {
    details.pop();
    const blocks = builder.closeContainer();
    const isOpen = readAttribute(element, 'open') !== undefined;
    if (summary.length > 0 && blocks.length > 0)
      builder.push({ kind: 'details', summary, blocks, ...(isOpen ? { isOpen } : {}) });
    else {
      if (summary.length > 0) builder.push({ kind: 'paragraph', runs: summary, classes: '' });
      for (const block of blocks) builder.push(block);
    }
  };
}

/** Opens the first summary of what it opens; any other is a paragraph. */
export function openSummary(element: ElementNode, context: BodyContext, look: Look): Closer {
  const summary = context.details.at(-1);
  if (!summary || summary.length > 0) return openPart(element, context, look);
  const { builder } = context;
  builder.openContainer();
  return () => {
    const blocks = builder.closeContainer();
    summary.push(...joinRuns(blocks));
    // A summary is words; what else stands in it is shown with the rest.
    for (const block of blocks) if (!isWords(block)) builder.push(block);
  };
}
