import { decodeEntities } from './decodeEntities.ts';

const CDATA = /<!\[CDATA\[|\]\]>/g;
/** What is left of a body of which the writer made a text: at most the one element that is written around all. */
const NO_ELEMENT = /^\s*(?:<div>)?[^<]*(?:<\/div>)?\s*$/;
const ESCAPED_END = /&lt;\/(?:p|div|span|section)&gt;/i;

/**
 * Returns the HTML of a body that was taken from a feed as it stood there: within CDATA, or with its tags escaped. Any
 * other body comes back as it is.
 */
export function unwrapBody(body: string): string {
  const bare = body.includes('<![CDATA[') ? body.replace(CDATA, '') : body;
  return NO_ELEMENT.test(bare) && ESCAPED_END.test(bare) ? decodeEntities(bare) : bare;
}
