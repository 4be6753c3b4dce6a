import type { Problem } from '../content/Problem.ts';
import type { Block } from '../html/blocks.ts';

/** A picture that was published with the archive. */
export interface PublishedImage {
  /** `archive/images/…` */
  src: string;
  width?: number;
  height?: number;
}

/** Publishes the picture at `address` beside the content file `path`. Gives a reason in words where that can't be done. */
export type ImagePublisher = (path: string, address: string) => PublishedImage | string;

/** Gives pictures that lie beside the content file their published addresses. One that isn't there is left out with its reason; its caption stays as a paragraph. */
export function publishImages(
  blocks: readonly Block[],
  path: string,
  publish: ImagePublisher,
  notes: Problem[],
): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'quote')
      return [{ ...block, blocks: publishImages(block.blocks, path, publish, notes) }];
    if (block.kind === 'list') {
      return [
        { ...block, items: block.items.map((item) => publishImages(item, path, publish, notes)) },
      ];
    }
    if (block.kind !== 'figure' || /^https:/.test(block.image.src)) return [block];
    const published = publish(path, block.image.src);
    if (typeof published !== 'string')
      return [{ ...block, image: { ...block.image, ...published } }];
    notes.push({
      path,
      outcome: 'repaired',
      reason: `picture “${block.image.src}” ${published}: left out`,
    });
    return block.caption.length > 0
      ? [{ kind: 'paragraph', runs: block.caption, classes: '', align: 'center' }]
      : [];
  });
}
