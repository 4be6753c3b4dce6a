import { type ElementNode, type ParentNode, readAttribute, walkTree } from '../html/walkTree.ts';

/** Returns the id that a link within the page leads to, or undefined. */
export function readNoteId(href: string | undefined): string | undefined {
  if (!href?.startsWith('#') || href.length < 2) return undefined;
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

/** Returns the names by which links may lead to an element. */
export function readIds(element: ElementNode): string[] {
  const name = element.tagName === 'a' ? readAttribute(element, 'name') : undefined;
  return [readAttribute(element, 'id'), name].filter((id) => id !== undefined);
}

/** Returns the ids that links of a body lead to. */
export function listWantedIds(root: ParentNode): ReadonlySet<string> {
  const ids = new Set<string>();
  walkTree(root, {
    enter(element) {
      const id = element.tagName === 'a' ? readNoteId(readAttribute(element, 'href')) : undefined;
      if (id !== undefined) ids.add(id);
      return true;
    },
    leave: () => {},
    text: () => {},
    comment: () => {},
  });
  return ids;
}
