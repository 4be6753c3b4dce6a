import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
} from 'parse5';

export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageElement = DefaultTreeAdapterTypes.Element;

/** As many as a body may have (`html/parseBody.ts`). */
const MOST_ELEMENTS = 250_000;

/** Parses a whole page, with the places of its elements in the text; undefined where it has too many. */
export function parsePage(text: string): PageElement | undefined {
  let count = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(...values) {
      count++;
      if (count > MOST_ELEMENTS) throw new RangeError('too many elements');
      return defaultTreeAdapter.createElement(...values);
    },
  };
  try {
    const document = parse<DefaultTreeAdapterMap>(text, {
      sourceCodeLocationInfo: true,
      treeAdapter,
    });
    return document.childNodes.find(isElement);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export function isElement(node: PageNode): node is PageElement {
  return 'tagName' in node;
}

/** Lists all elements below one, in the order of the page. The tree is walked by a loop: it may be deep. */
export function listElements(root: PageElement): PageElement[] {
  const found: PageElement[] = [];
  const open: PageElement[] = [root];
  for (let next = open.pop(); next; next = open.pop()) {
    found.push(next);
    for (let at = next.childNodes.length - 1; at >= 0; at--) {
      const child = next.childNodes[at] as PageNode;
      if (isElement(child)) open.push(child);
    }
  }
  return found;
}

/** Returns an attribute's value; empty where there is none. */
export function readAttribute(element: PageElement, name: string): string {
  return element.attrs.find((each) => each.name === name)?.value.trim() ?? '';
}

/** Returns the text in an element, blanks made single. */
export function readPageText(element: PageElement): string {
  const texts: string[] = [];
  const open: PageNode[] = [element];
  for (let next = open.pop(); next; next = open.pop()) {
    if ('value' in next) texts.push(next.value);
    else if (isElement(next) && !/^(?:script|style|template|noscript)$/.test(next.tagName))
      for (let at = next.childNodes.length - 1; at >= 0; at--)
        open.push(next.childNodes[at] as PageNode);
  }
  return texts.join('').replace(/\s+/g, ' ').trim();
}
