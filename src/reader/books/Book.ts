import type { Article } from '../../model/Article.ts';
import type { Note } from '../../model/Note.ts';
import type { SavedSummary } from '../copies/SavedRecord.ts';

/** What a file says of itself. */
export interface BookFacts {
  title: string;
  /** The site's name. */
  site: string;
  /** What the owner says of the rights in the articles; may be empty. */
  licence: string;
  /** BCP 47. */
  language: string;
  /** Set from top to bottom, lines from right to left. */
  isVertical: boolean;
  now: Date;
  /** Returns where an article is read on the site, absolute. */
  buildAddress(id: string): string;
}

/** One article of a file. */
export interface Chapter {
  summary: SavedSummary;
  /** Names of its category and those above it, from the top. */
  categories: readonly string[];
  /** Absent where it could not be had, or where only notes are wanted. */
  article?: Article;
  /** Why it could not be had, in a sentence. */
  reason?: string;
  /** The reader's own, in the order of the text. */
  notes: readonly Note[];
}

/** A picture that a file takes in. */
export interface BookPicture {
  type: 'image/jpeg' | 'image/png' | 'image/gif';
  data: Blob;
}

/** What builds a file of one kind, chapter by chapter. */
export interface Binder {
  /** Returns what stands before each id of a chapter; undefined where the file knows no ids. */
  prefixFor(id: string): string | undefined;
  /** Returns where a link to an article leads that the file holds. */
  linkArticle(id: string): string;
  /** Pictures that it doesn't take in keep their address on the web; else their words stand for them. */
  keepsPictures: boolean;
  /** Takes a picture in; returns its address for the chapters. Absent where it takes none. */
  addPicture?(picture: BookPicture): Promise<string>;
  /** `body`: prepared, its pictures placed; absent where the chapter has no text. */
  addChapter(chapter: Chapter, body: DocumentFragment | undefined): Promise<void>;
  finish(): Promise<Blob>;
}

/** Returns the end of a picture's file name. */
export function nameEnding({ type }: BookPicture): string {
  return type === 'image/jpeg' ? 'jpg' : type.slice('image/'.length);
}
