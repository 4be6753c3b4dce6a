/** An element of a parsed body; this and what follows is as much of parse5's tree as the rules need. */
export interface ElementNode {
  tagName: string;
  attrs: { name: string; value: string }[];
  childNodes: TreeNode[];
}

export type TreeNode = ElementNode | { value: string } | { data: string } | { publicId: string };

export interface ParentNode {
  childNodes: TreeNode[];
}

/**
 * What a walk tells. `enter` says whether the element's children are visited; `leave` comes after them in any case
 * where it did.
 */
export interface TreeVisitor {
  enter(element: ElementNode): boolean;
  leave(element: ElementNode): void;
  text(value: string): void;
  comment(value: string): void;
}

/**
 * Visits a parsed tree in document order.
 * A loop with its own stack, because scraped bodies can be nested thousands deep and a recursion would overflow.
 */
export function walkTree(root: ParentNode, visitor: TreeVisitor): void {
  const stack: {
    nodes: TreeNode[];
    next: number;
    element?: ElementNode;
  }[] = [{ nodes: root.childNodes, next: 0 }];
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const node = frame.nodes[frame.next++];
    if (!node) {
      if (frame.element) visitor.leave(frame.element);
      stack.pop();
    } else if ('value' in node) {
      visitor.text(node.value);
    } else if ('data' in node) {
      visitor.comment(node.data);
    } else if ('tagName' in node && visitor.enter(node)) {
      // A template's content is a tree of its own and is not part of the page.
      stack.push({ nodes: node.childNodes, next: 0, element: node });
    }
  }
}

/** Gives an attribute's value, or undefined. */
export function readAttribute(element: ElementNode, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** Gives all text inside an element. */
export function readElementText(element: ElementNode): string {
  let text = '';
  walkTree(element, {
    enter: (child) => child.tagName !== 'style' && child.tagName !== 'script',
    leave: () => {},
    text: (value) => {
      text += value;
    },
    comment: () => {},
  });
  return text;
}
