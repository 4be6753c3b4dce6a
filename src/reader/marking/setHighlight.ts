/**
 * Marks a range under a name, which the styles draw (`::highlight(name)`), or takes the mark away; the document stays
 * as it is. Browsers that can't (Firefox before 140) mark nothing.
 */
export function setHighlight(name: string, range: Range | undefined): void {
  if (typeof CSS === 'undefined' || !('highlights' in CSS)) return;
  if (range) CSS.highlights.set(name, new Highlight(range));
  else CSS.highlights.delete(name);
}
