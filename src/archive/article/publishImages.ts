import type { Problem } from '../content/Problem.ts';
import type { Block, Figure } from '../html/blocks.ts';

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
export type ImagePublisher = (path: string, address: string) => PublishedImage | string;

/**
 * Gives pictures that lie beside the content file their published addresses. One that isn't there is left out with
 * its reason; its caption stays as a paragraph.
 */
export function publishImages(
  blocks: readonly Block[],
  path: string,
  publish: ImagePublisher,
  notes: Problem[],
): Block[] {
  const publishAll = (list: readonly Block[]): Block[] => {
    const result: Block[] = [];
    for (const block of list) {
      if (block.kind === 'quote') result.push({ ...block, blocks: publishAll(block.blocks) });
      else if (block.kind === 'list') result.push({ ...block, items: block.items.map(publishAll) });
      else if (block.kind === 'figure' && !block.image.src.startsWith('https:'))
        publishFigure(block, result);
      else result.push(block);
    }
    return result;
  };
  const publishFigure = (figure: Figure, result: Block[]) => {
    const published = publish(path, figure.image.src);
    if (typeof published !== 'string') {
      result.push({ ...figure, image: { ...figure.image, ...published } });
      return;
    }
    const reason = `picture “${figure.image.src}” ${published}: left out`;
    notes.push({ kind: 'picture', path, outcome: 'repaired', reason });
    if (figure.caption.length > 0)
      result.push({ kind: 'paragraph', runs: figure.caption, classes: '', align: 'center' });
  };
  return publishAll(blocks);
}
