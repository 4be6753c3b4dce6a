/** Elements without an end (HTML, 13.1.2 Elements). */
const VOID = new Set(['br', 'hr', 'img', 'wbr']);

/**
 * Writes a sanitized fragment as HTML: names and attributes as they stand in the document, everything else escaped.
 * The sanitizer lets no element through whose text is not text (script, style), so escaping is all it takes.
 */
export function writeFragment(fragment: DocumentFragment): string {
  return [...fragment.childNodes].map(writeNode).join('');
}

/** Writes one node in the same way. */
export function writeNode(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return escapeText(node.textContent ?? '');
  if (!(node instanceof Element)) return '';
  const attributes = [...node.attributes].map(
    ({ name, value }) => ` ${name}="${escapeText(value)}"`,
  );
  const start = `<${node.localName}${attributes.join('')}>`;
  if (VOID.has(node.localName)) return start;
  return `${start}${[...node.childNodes].map(writeNode).join('')}</${node.localName}>`;
}

/** Escapes a text for an element or an attribute in double quotes. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
