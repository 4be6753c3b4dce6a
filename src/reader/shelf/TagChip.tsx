import type { ReactNode } from 'react';
import type { StoredTag } from '../bookmarks/createTagStore.ts';

/** A tag's name beside a spot of its colour. */
export function TagName({ tag, children }: { tag: StoredTag; children?: ReactNode }) {
  return (
    <>
      <span className={`tag-spot is-${tag.color}`} aria-hidden="true" />
      <span className="tag-name">{tag.name}</span>
      {children}
    </>
  );
}
