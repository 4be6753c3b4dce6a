import { useState } from 'react';
import type { ArticleImage } from '../../model/Article.ts';
import { buildImageSource } from '../data/buildImageSource.ts';
import { words } from '../ui/words.ts';

/** The lead image of a row. Its place is kept; a dead one says so there. The title beside it says what it is about. */
export function Thumbnail({ image }: { image: ArticleImage }) {
  const [isDead, setDead] = useState(false);
  const source = buildImageSource(image.src);

  return (
    <div className="thumbnail">
      {isDead || source === undefined ? (
        <span title={image.caption}>{words.pictureFailed}</span>
      ) : (
        <img
          referrerPolicy="no-referrer"
          loading="lazy"
          decoding="async"
          src={source}
          alt=""
          width={84}
          height={63}
          onError={() => setDead(true)}
        />
      )}
    </div>
  );
}
