/**
 * Every element name of HTML, past and present. Anything else between angle brackets is either a custom element or
 * text that nobody escaped.
 */
const HTML_ELEMENTS = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button
  canvas caption center cite code col colgroup content data datalist dd del details dfn dialog dir div dl dt element em embed
  fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img
  input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter multicol
  nav nextid nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rbc
  rp rt rtc ruby s samp script search section select shadow slot small source spacer span strike strong style sub summary
  sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp`.split(
    /\s+/,
  ),
);

/** Elements whose content the parser takes as it stands; a `<` inside needs no help. */
const RAW_TEXT = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext)$/;

/** What a custom element's name may look like; `<A线延长方案>` is text. */
const CUSTOM_ELEMENT = /^[a-z](?:[a-z0-9._-]|:(?=[a-z]))*$/;

const TAG_START = /<(\/?)([a-zA-Z][^\s/><]*)/g;

/**
 * Escapes what looks like a tag but is text, so that the parser can't swallow it:
 * names unknown to HTML inside `pre` (code that was pasted without escaping), and elsewhere such names
 * where the tag is not closed before the next `<` (it would swallow all up to the next `>`), or where it can be no
 * custom element and has no end tag.
 * Other unknown tags outside of `pre` stay: they are custom elements, and their content is read.
 */
export function escapeUnknownTags(source: string): string {
  let result = '';
  let copied = 0;
  let preDepth = 0;
  let ends: Set<string> | undefined;
  /** `List<String>`, `<T>`: a bare name that no custom element may have, without an end tag. */
  const isPlaceholder = (name: string) => {
    if (!/^\w+$/.test(name) || source[TAG_START.lastIndex] !== '>') return false;
    ends ??= listEnds(source);
    return !ends.has(name);
  };
  TAG_START.lastIndex = 0;
  for (let match = TAG_START.exec(source); match; match = TAG_START.exec(source)) {
    const name = (match[2] ?? '').toLowerCase();
    const isEnd = match[1] === '/';
    if (HTML_ELEMENTS.has(name)) {
      if (name === 'pre') preDepth = Math.max(0, preDepth + (isEnd ? -1 : 1));
      if (!isEnd && RAW_TEXT.test(name)) skipRawText(source, name);
      continue;
    }
    if (/^[a-z]\w{0,2}:[a-z]/.test(name) && preDepth === 0) continue; // Word's <o:p>, not <https://…>
    if (
      preDepth > 0 ||
      !CUSTOM_ELEMENT.test(name) ||
      isUnclosed(source, TAG_START.lastIndex) ||
      (!isEnd && isPlaceholder(name))
    ) {
      result += `${source.slice(copied, match.index)}&lt;`;
      copied = match.index + 1;
    }
  }
  return copied === 0 ? source : result + source.slice(copied);
}

/** Moves on to the end tag. The names come from RAW_TEXT, so the pattern is safe to build. */
function skipRawText(source: string, name: string): void {
  const end = new RegExp(`</${name}[\\s/>]`, 'ig');
  end.lastIndex = TAG_START.lastIndex;
  const match = end.exec(source);
  TAG_START.lastIndex = match ? match.index : source.length;
}

/** Returns the names of all end tags. */
function listEnds(source: string): Set<string> {
  return new Set(source.match(/<\/\w+/g)?.map((tag) => tag.slice(2).toLowerCase()));
}

function isUnclosed(source: string, from: number): boolean {
  const close = source.indexOf('>', from);
  const open = source.indexOf('<', from);
  return close === -1 || (open !== -1 && open < close);
}
