import type { Message } from '../command/Message.ts';
import type { Problem } from '../content/Problem.ts';
import { type Block, type Figure, mapInner, readText } from '../html/blocks.ts';
import { chooseAlt } from '../html/readImage.ts';

/** A picture that was published with the archive. */
export interface PublishedImage {
  /** `archive/images/…` */
  src: string;
  width?: number;
  height?: number;
}

/**
 * Publishes the picture at `address` beside the content file `path`. Gives a reason in words where that can't be
 * done.
 */
export type ImagePublisher = (path: string, address: string) => PublishedImage | Message;

const NO_ADDRESS: Message = { zh: '没有可用的地址', en: 'has no address that can be asked' };

/** Characters of an address that the report shows; an embedded picture is all address. */
const SHOWN = 80;

/**
 * Gives pictures of the content folder and of the body itself their published addresses. One that can't be had leaves
 * a note in its place, and the reason in the report; its caption stays as a paragraph.
 */
export function publishImages(
  blocks: readonly Block[],
  path: string,
  publish: ImagePublisher,
  notes: Problem[],
): Block[] {
  const publishFigure = (figure: Figure): Block[] => {
    const { src, wanted = '' } = figure.image;
    if (src.startsWith('https:')) return [figure];
    const published = src === '' ? NO_ADDRESS : publish(path, src);
    if ('src' in published) return [{ ...figure, image: { ...figure.image, ...published } }];
    const name = (src || wanted).slice(0, SHOWN);
    const reason = {
      zh: `图片“${name}”${published.zh}：未能收录`,
      en: `picture “${name}” ${published.en}: left out`,
    };
    notes.push({ kind: 'picture', path, outcome: 'repaired', reason });
    return describeMissing(figure);
  };
  const publishAll = (list: readonly Block[]): Block[] =>
    list.flatMap((block) =>
      block.kind === 'figure' ? publishFigure(block) : [mapInner(block, publishAll)],
    );
  return publishAll(blocks);
}

/** Says in the article that a picture is missing, with what it showed. */
function describeMissing({ image, caption }: Figure): Block[] {
  const alt = chooseAlt(image.alt, readText(caption), '');
  const text = alt === '' ? '〔图片未能收录〕' : `〔图片未能收录：${alt}〕`;
  const note: Block = {
    kind: 'paragraph',
    runs: [{ text, marks: [] }],
    classes: '',
    note: 'missing',
  };
  if (caption.length === 0) return [note];
  return [note, { kind: 'paragraph', runs: caption, classes: '', align: 'center' }];
}
