/**
 * Returns the words of a body that are selected now; `known` where none are any more: a press on a button may have let
 * go of them. What the toolbar was shown for is a moment old.
 */
export function readSelected(body: Element, known: Range): Range {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return known;
  const range = selection.getRangeAt(0);
  return body.contains(range.commonAncestorContainer) ? range.cloneRange() : known;
}
