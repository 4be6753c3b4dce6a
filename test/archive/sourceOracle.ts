import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

/**
 * What a careful reader sees in a content file's body, by a reading of its own that shares no code with src/archive.
 */
export interface SourceReading {
  /** Visible paragraphs, captions, cells and items in order, without any blanks. */
  paragraphs: string[];
  /** Texts of promotion, style sheets and comments that are not visible text as well. */
  unwanted: string[];
  /** Addresses of visible pictures. */
  pictures: string[];
  /** Texts that the source itself marks as captions. */
  captions: string[];
}

/** The documented boilerplate: part 3 of the archive format, and the furniture of two other sites' templates. */
const BOILERPLATE =
  /\b(?:appendQr_wrap|app-kaihu-qr|jqlblock_cls|article-editor|avatar|view-more|originUrl|copy-code-btn)\b/;
const ADVERT_LINK = /sinadaxue\.cn|\/stock\/reportch\//;
const RAW = new Set(['style', 'script']);
const BLOCKS = new Set(
  `p div section blockquote h1 h2 h3 h4 h5 h6 li ul ol table tr td th caption figure figcaption pre br img header article`.split(
    /\s+/,
  ),
);

const attribute = (node: Node, name: string) =>
  'attrs' in node ? node.attrs.find((each) => each.name === name)?.value : undefined;
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
const squash = (text: string) => text.replace(/[\s\u200b\ufeff]+/g, '');

/** A short name for a text: the project keeps no sentence of the real archive. */
export const shorten = (text: string) =>
  createHash('sha1').update(squash(text)).digest('hex').slice(0, 8);

function isBoilerplate(node: Node): boolean {
  if (RAW.has(node.nodeName) || BOILERPLATE.test(attribute(node, 'class') ?? '')) return true;
  return (
    node.nodeName === 'blockquote' &&
    collect(node, (each) => ADVERT_LINK.test(attribute(each, 'href') ?? '')).length > 0
  );
}

function collect(node: Node, fits: (node: Node) => boolean): Node[] {
  return [node, ...childrenOf(node)].flatMap((each) =>
    each === node ? (fits(node) ? [node] : []) : collect(each, fits),
  );
}

const readAll = (node: Node): string =>
  collect(node, (each) => 'value' in each)
    .map((each) => ('value' in each ? each.value : ''))
    .join('');

/** Code was pasted into some bodies without escaping: inside `pre`, `<` before a name with a hyphen is text. */
const escapeCode = (body: string) =>
  body.replace(/<pre[\s\S]*?<\/pre>/g, (code) => code.replace(/<(?=\/?[a-z]+-)/g, '&lt;'));

export function readSource(file: string): SourceReading {
  const body = escapeCode(file.replace(/^\s*---\n[\s\S]*?\n---\n/, ''));
  const hasTags = /<(?:p|br|span)\b/.test(body);
  const root = parseFragment(hasTags ? body : body.replace(/\n/g, '<br>'));
  const reading: SourceReading = { paragraphs: [], unwanted: [], pictures: [], captions: [] };
  let open = '';
  const close = () => {
    if (squash(open) !== '') reading.paragraphs.push(squash(open));
    open = '';
  };
  const visit = (node: Node) => {
    if ('data' in node) {
      // Markup in comments is cut into its texts.
      reading.unwanted.push(...node.data.split(/<[^>]*>|article_adlist/).map(squash));
      return;
    }
    if (isBoilerplate(node)) {
      for (const text of collect(node, (each) => 'value' in each))
        reading.unwanted.push(squash(readAll(text)));
      return;
    }
    if ('value' in node) open += node.value;
    if (BLOCKS.has(node.nodeName)) close();
    if (node.nodeName === 'img') reading.pictures.push(attribute(node, 'src') ?? '');
    const isCaption =
      /\bimg_descr\b/.test(attribute(node, 'class') ?? '') || node.nodeName === 'figcaption';
    if (isCaption) {
      close();
      if (squash(readAll(node)) !== '') reading.captions.push(squash(readAll(node)));
    }
    for (const child of childrenOf(node)) visit(child);
    if (isCaption || BLOCKS.has(node.nodeName)) close();
  };
  for (const child of root.childNodes) visit(child);
  close();
  const visible = reading.paragraphs.join('\n');
  reading.unwanted = [...new Set(reading.unwanted)].filter(
    (text) => text.length >= 6 && !visible.includes(text),
  );
  return reading;
}
