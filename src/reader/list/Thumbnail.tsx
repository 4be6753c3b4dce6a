import { useState } from 'react';
import type { ArticleImage } from '../../model/Article.ts';
import { buildImageSource } from '../data/buildImageSource.ts';

/** Pictures that could not be had since the page was loaded: rows come and go, and would try them again each time. */
const dead = new Set<string>();

/**
 * The lead image of a row. A dead one gives its room back to the words when the row is drawn again: at once, rows on
 * screen would move under the reader's eyes.
 */
export function Thumbnail({ image }: { image: ArticleImage }) {
  const source = buildImageSource(image.src);
  const [isDead] = useState(source === undefined || dead.has(source));
  const [isEmpty, setEmpty] = useState(false);
  if (isDead) return null;
  return (
    <div className={isEmpty ? 'thumbnail is-empty' : 'thumbnail'}>
      <img
        referrerPolicy="no-referrer"
        loading="lazy"
        decoding="async"
        src={source}
        alt=""
        width={84}
        height={63}
        onError={() => {
          // Without a network all of them fail, and none of them is dead.
          if (source && navigator.onLine) dead.add(source);
          setEmpty(true);
        }}
      />
    </div>
  );
}
