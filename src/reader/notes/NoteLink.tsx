import type { AnchorHTMLAttributes } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { Note } from '../../model/Note.ts';
import { isPlainPress } from '../routing/RouteLink.tsx';
import { buildHref } from '../routing/routes.ts';

/** Begins the fragment of an address that leads to the passage of a note on this device. */
export const NOTE_HASH = '#note=';

interface NoteLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  note: Pick<Note, 'id' | 'articleId'>;
}

/** A link to the passage of a note in its article. */
export function NoteLink({ note, children, ...rest }: NoteLinkProps) {
  const href = buildHref({ name: 'article', id: note.articleId }) + NOTE_HASH + note.id;
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (!isPlainPress(event)) return;
        event.preventDefault();
        navigate(href);
      }}
    >
      {children}
    </a>
  );
}
