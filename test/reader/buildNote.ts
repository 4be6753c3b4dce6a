import type { Note } from '../../src/model/Note.ts';

/** Builds a note; `change`: what is to be different from the usual one. */
export function buildNote(id: string, change: Partial<Note> = {}): Note {
  return {
    v: 1,
    id,
    articleId: 'aaaaaaaaaaaa',
    articleTitle: '码头旧闻',
    quote: { exact: '原来的话', prefix: '前文', suffix: '后文' },
    position: { start: 2, end: 6 },
    color: 'yellow',
    text: '',
    tags: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    changedAt: '2026-01-01T00:00:00.000Z',
    ...change,
  };
}
