import { NOTE_COLORS, type Note } from '../../model/Note.ts';
import { formatDay } from '../ui/formatDate.ts';
import { noteWords } from '../words/noteWords.ts';

/** How the page of notes puts them; `reading`: as one text for each article. */
export type Grouping = keyof typeof noteWords.groups;

/** Notes that stand together under a title. */
export interface NoteGroup {
  key: string;
  title: string;
  /** In the order to show. */
  notes: Note[];
}

/** Returns the notes that have all words of a question in their words, tags or article's title. */
export function filterNotes(notes: readonly Note[], question: string): Note[] {
  const parts = question.toLowerCase().split(/\s+/).filter(Boolean);
  return notes.filter(({ quote, text, tags, articleTitle }) => {
    const words = [quote.exact, text, articleTitle, ...tags].join('\n').toLowerCase();
    return parts.every((part) => words.includes(part));
  });
}

/** Groups notes; the newest stand first but within an article, where they stand as its text goes. */
export function groupNotes(notes: readonly Note[], by: Grouping): NoteGroup[] {
  const newest = [...notes].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  switch (by) {
    case 'date':
      return gather(newest, ({ createdAt }) => formatDay(createdAt) ?? createdAt);
    case 'article':
    case 'reading': {
      const titles = new Map(
        newest.map(({ articleId, articleTitle }) => [articleId, articleTitle]),
      );
      return gather(newest, ({ articleId }) => articleId).map(({ key, notes: own }) => ({
        key,
        title: titles.get(key) ?? key,
        notes: own.sort((a, b) => a.position.start - b.position.start),
      }));
    }
    case 'color':
      return NOTE_COLORS.flatMap((color) =>
        gather(
          newest.filter((note) => note.color === color),
          () => noteWords.colorNames[color],
        ),
      );
    case 'tag':
      return groupByTag(newest);
  }
}

/** A note with several tags stands under each; those without one last. */
function groupByTag(notes: readonly Note[]): NoteGroup[] {
  const tags = [...new Set(notes.flatMap((note) => note.tags))];
  const groups = tags.map((tag) => ({
    key: `# ${tag}`,
    title: tag,
    notes: notes.filter((note) => note.tags.includes(tag)),
  }));
  groups.sort((a, b) => b.notes.length - a.notes.length || (a.title < b.title ? -1 : 1));
  const rest = notes.filter((note) => note.tags.length === 0);
  return rest.length > 0
    ? [...groups, { key: 'none', title: noteWords.noTag, notes: rest }]
    : groups;
}

function gather(notes: readonly Note[], readKey: (note: Note) => string): NoteGroup[] {
  const groups = new Map<string, Note[]>();
  for (const note of notes) {
    const key = readKey(note);
    const own = groups.get(key);
    if (own) own.push(note);
    else groups.set(key, [note]);
  }
  return [...groups].map(([key, own]) => ({ key, title: key, notes: own }));
}

/** Returns the first groups that hold `most` notes at most, the last of them cut, and how many are left out. */
export function limitGroups(
  groups: readonly NoteGroup[],
  most: number,
): { shown: NoteGroup[]; left: number } {
  let room = most;
  let left = 0;
  const shown = groups.flatMap((group) => {
    const notes = group.notes.slice(0, Math.max(0, room));
    room -= notes.length;
    left += group.notes.length - notes.length;
    return notes.length > 0 ? [{ ...group, notes }] : [];
  });
  return { shown, left };
}
