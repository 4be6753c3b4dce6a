import { parseFragment } from 'parse5';

/** With its semicolon: `?a=1&copy=2` is an address. */
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;

/** Decodes the entities of HTML in a text that is none: the archive's writer and others leave them in front matter. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, decodeEntity) : text;
}

/** Anything that HTML doesn't know stays as it is. */
function decodeEntity(entity: string): string {
  const [node] = parseFragment(entity).childNodes;
  return node && 'value' in node ? node.value : entity;
}
