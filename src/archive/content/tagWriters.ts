/** Writes the HTML of a tag from what is given to it. */
export type TagWriter = (args: string[]) => string;

/** Blank lines around them let Markdown begin and end its paragraphs. */
const OPEN_QUOTE = '\n<blockquote>\n\n';
const CLOSE_QUOTE = '\n\n</blockquote>\n';

/** Boxes of themes: a class, and at times a title behind it. */
const openBox: TagWriter = ([, ...title]) => {
  const words = title.filter((word) => word !== 'no-icon').join(' ');
  return OPEN_QUOTE + (words && `<p><strong>${escapeText(words)}</strong></p>\n\n`);
};
/** `{% blockquote author, source address title %}`. */
const openQuotation: TagWriter = (args) =>
  OPEN_QUOTE + (args.length > 0 ? `<p>${escapeText(args.join(' '))}</p>\n\n` : '');
const openFold: TagWriter = (args) =>
  `\n<details><summary>${escapeText(args.join(' ').replaceAll('@', ''))}</summary>\n\n`;
const closeQuote: TagWriter = () => CLOSE_QUOTE;
const closeFold: TagWriter = () => '\n\n</details>\n';
const writeNothing: TagWriter = () => '';

/** `{% asset_img [class] file [width] [height] ["title" ["alt"]] %}`. */
const writeImage: TagWriter = (args) => {
  const at = args.findIndex((each) => /[./]/.test(each));
  const words = args.slice(at + 1).filter((each) => !/^\d+(?:px|%)?$/.test(each));
  return at === -1
    ? ''
    : `<img src="${escapeText(args[at] ?? '')}" alt="${escapeText(words.join(' '))}">`;
};

/** `{{< figure src="a.png" caption="…" >}}`. */
const writeFigure: TagWriter = (args) => {
  const read = (key: string) =>
    args.find((each) => each.startsWith(`${key}=`))?.slice(key.length + 1);
  const src = read('src') ?? args[0] ?? '';
  const caption = [read('title'), read('caption')].filter((each) => each).join('：');
  const image = `<img src="${escapeText(src)}" alt="${escapeText(read('alt') ?? '')}">`;
  return `\n<figure>${image}<figcaption>${escapeText(caption)}</figcaption></figure>\n`;
};

/** `{% link words address [external] [title] %}`. */
const writeLink: TagWriter = (args) => {
  const at = args.findIndex((each) => /^https?:/i.test(each));
  // Jekyll's has a file alone, and stands where an address does.
  if (args.length === 1 && at === -1) return encodeAddress(args[0] ?? '');
  if (at === -1) return escapeText(args.join(' '));
  return formatLink(args[at] ?? '', args.slice(0, at).join(' ') || (args[at + 1] ?? ''));
};
/** `{% asset_link file [words] %}`. */
const writeFileLink: TagWriter = ([file = '', ...words]) => formatLink(file, words.join(' '));
/** `{% post_link name [words] %}`; `true` and `false` behind it say whether the words are escaped. */
const writePostLink: TagWriter = ([name = '', ...words]) =>
  formatLink(
    encodeAddress(name),
    words.filter((word) => !/^(?:true|false)$/.test(word)).join(' ') || name,
  );
/** `[words]({{< ref "name.md" >}})`, `{% post_path name %}`: the address alone. */
const writePath: TagWriter = ([name = '']) => encodeAddress(name);

const writeFrame =
  (before: string): TagWriter =>
  ([id = '']) =>
    `\n<iframe src="${escapeText(before + id)}"></iframe>\n`;

/** By name, Hexo's own, those of its common themes, and Hugo's; `end` before those that close. */
export const TAG_WRITERS: Record<string, TagWriter> = {
  more: writeNothing,
  asset_img: writeImage,
  img: writeImage,
  image: writeImage,
  figure: writeFigure,
  asset_path: ([file = '']) => escapeText(file),
  asset_link: writeFileLink,
  link: writeLink,
  post_link: writePostLink,
  post_path: writePath,
  post_url: writePath,
  ref: writePath,
  relref: writePath,
  gist: (args) => formatLink(`https://gist.github.com/${args.slice(0, 2).join('/')}`, ''),
  youtube: writeFrame('https://www.youtube.com/embed/'),
  vimeo: writeFrame('https://player.vimeo.com/video/'),
  bilibili: writeFrame('https://player.bilibili.com/player.html?bvid='),
  iframe: writeFrame(''),
  video: ([file = '']) => `\n<video src="${escapeText(file)}"></video>\n`,
  audio: ([file = '']) => `\n<audio src="${escapeText(file)}"></audio>\n`,
  blockquote: openQuotation,
  quote: openQuotation,
  pullquote: () => OPEN_QUOTE,
  cq: () => OPEN_QUOTE,
  centerquote: () => OPEN_QUOTE,
  note: openBox,
  notice: openBox,
  admonition: openBox,
  alert: openBox,
  fold: openFold,
  folding: openFold,
  spoiler: openFold,
  details: openFold,
  ...Object.fromEntries(
    'blockquote quote pullquote cq centerquote note notice admonition alert'
      .split(' ')
      .map((name) => [`end${name}`, closeQuote]),
  ),
  ...Object.fromEntries(
    'fold folding spoiler details'.split(' ').map((name) => [`end${name}`, closeFold]),
  ),
};

/** Writes a block of code. */
export function writeCode(code: string, language: string | undefined): string {
  const name = language ? ` class="language-${escapeText(language)}"` : '';
  return `\n<pre><code${name}>${escapeText(code)}</code></pre>\n`;
}

function formatLink(address: string, words: string): string {
  return `<a href="${escapeText(address)}">${escapeText(words || address)}</a>`;
}

/** Returns a file's name as it stands in an address, in Markdown and in HTML. */
export function encodeAddress(name: string): string {
  return name.replace(/[\s<>"]/g, encodeURIComponent);
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
