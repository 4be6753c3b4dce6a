import { TAG_WRITERS, type TagWriter, writeCode } from './tagWriters.ts';

/** A body whose tags were read, and the names of those that stay as text. */
export interface ExpandedBody {
  body: string;
  unknown: string[];
}

/** What shows code, and remarks: whatever looks like a tag in them is none. */
const CODE = [
  String.raw`<pre\b[\s\S]*?<\/pre>`,
  String.raw`<code\b[\s\S]*?<\/code>`,
  String.raw`^ {0,3}(?<fence>\`\`\`+|~~~+)[\s\S]*?^ {0,3}\k<fence>`,
  '`[^`\\n]+`',
  '<!--[^]*?-->',
].join('|');
const RAW = String.raw`\{%-? *raw *-?%\}(?<raw>[\s\S]*?)\{%-? *endraw *-?%\}`;
const BLOCK =
  String.raw`\{%-? *(?<block>codeblock|code|highlight)\b(?<options>[^%\n]*?)-?%\}\n?` +
  String.raw`(?<code>[\s\S]*?)\{%-? *end\k<block> *-?%\}`;
const SHORTCODE_BLOCK =
  String.raw`\{\{[<%] *highlight +(?<lang>[\w+#-]*)[^}\n]*[>%]\}\}\n?` +
  String.raw`(?<listing>[\s\S]*?)\{\{[<%] *\/ *highlight *[>%]\}\}`;
const TAG = String.raw`\{%-? *(?<tag>[a-z]\w*)\b(?<args>[^\n]*?)-?%\}`;
const SHORTCODE = String.raw`\{\{[<%] *(?<end>\/?) *(?<short>[a-z][\w-]*)(?<values>[^\n]*?)\/?[>%]\}\}`;
/** Jekyll's ways to write where a site lies: `{{ site.baseurl }}`, `{{ "/a.png" | relative_url }}`. */
const PLACE = String.raw`\{\{-? *(?<place>site\.(?:baseurl|url)|"(?<path>[^"{}\n]*)" *\| *(?:relative|absolute)_url) *-?\}\}`;
/** Boxes of VuePress and Docusaurus: `::: tip title`, `:::note[title]`, and `:::` below. */
const KINDS =
  'tip|note|info|warning|caution|danger|important|success|details|question|quote|example';
const BOX = String.raw`^ {0,3}:{3,} *(?<box>${KINDS})\b *(?<title>[^\n]*)$`;
const BOX_END = `^ {0,3}(?<boxEnd>:{3,}) *$`;
/** WordPress's, where its own markup was kept: a picture with its caption, and pages that are shown as they are. */
const CAPTION = String.raw`\[caption\b[^\]\n]*\](?<picture>(?:(?!<img\b)[^[])*<img\b[^>]*>(?: *<\/a>)?)(?<words>[^[]*)\[\/caption\]`;
const EMBED = String.raw`\[embed\b[^\]\n]*\] *(?<embed>https?:[^\s[\]"<>]+) *\[\/embed\]`;
const PIECES = new RegExp(
  [CODE, CAPTION, EMBED, RAW, BLOCK, SHORTCODE_BLOCK, PLACE, TAG, SHORTCODE, BOX, BOX_END].join(
    '|',
  ),
  'gim',
);

/**
 * Replaces the tags of Hexo and its themes (`{% asset_img … %}`) and the shortcodes of Hugo (`{{< figure … >}}`) by the
 * HTML that they stand for. Those that are not known stay as they are.
 */
export function expandTags(body: string): ExpandedBody {
  if (!/\{%|\{\{|^ {0,3}:::|\[(?:caption|embed)\b/m.test(body)) return { body, unknown: [] };
  const unknown = new Set<string>();
  const boxes: string[] = [];
  const expanded = body.replace(PIECES, (piece, ...rest) => {
    const found = rest.at(-1) as Record<string, string | undefined>;
    if (found.raw !== undefined) return found.raw;
    if (found.code !== undefined) return writeCode(found.code, findLanguage(found.options ?? ''));
    if (found.listing !== undefined) return writeCode(found.listing, found.lang);
    if (found.embed !== undefined) return `\n<iframe src="${found.embed}"></iframe>\n`;
    if (found.picture !== undefined)
      return `\n<figure>${found.picture}<figcaption>${found.words}</figcaption></figure>\n`;
    if (found.place !== undefined) return found.path ?? '';
    const box = found.box ?? (found.boxEnd && boxes.pop());
    if (found.box !== undefined) boxes.push(found.box);
    if (box !== undefined) return writeBox(box, found.title);
    const name = found.tag ?? (found.short && (found.end ? 'end' : '') + found.short);
    if (name === undefined) return piece;
    const write = findWriter(name.toLowerCase());
    if (write) return write(splitArguments(found.args ?? found.values ?? ''));
    unknown.add(name);
    return piece.replaceAll('<', '&lt;');
  });
  return { body: expanded, unknown: [...unknown] };
}

/** `title` is undefined where a box ends. */
function writeBox(kind: string, title: string | undefined): string {
  const end = title === undefined ? 'end' : '';
  const words = (title ?? '').replace(/^\[(.*)\]$/, '$1').trim();
  const isFold = kind === 'details';
  const write = findWriter(`${end}${isFold ? 'details' : 'note'}`);
  return write?.(isFold ? [words] : [kind, words]) ?? '';
}

function findWriter(name: string): TagWriter | undefined {
  return Object.hasOwn(TAG_WRITERS, name) ? TAG_WRITERS[name] : undefined;
}

/** `{% codeblock title lang:js %}`, `{% highlight js %}`. */
function findLanguage(options: string): string | undefined {
  return /\blang:(\S+)/.exec(options)?.[1] ?? /^\s*([\w+#-]+)\s*$/.exec(options)?.[1];
}

/** Splits `a "b c" d=e` into what stands between blanks, quotes taken off. */
function splitArguments(text: string): string[] {
  const parts = text.match(/[\w-]+=(?:"[^"]*"|'[^']*')|"[^"]*"|'[^']*'|[^\s"']\S*/g) ?? [];
  return parts.map((part) => part.replace(/^([\w-]+=)?(["'])(.*)\2$/, '$1$3'));
}
