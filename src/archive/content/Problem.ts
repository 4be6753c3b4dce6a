import type { Message } from '../command/Message.ts';

/** What kind of trouble it is; those that cost readers most come first. */
export const PROBLEM_KINDS = [
  /** The file can't be opened or read. */
  'unreadable',
  /** It holds no text. */
  'no-text',
  /** It is a link, and may lead out of the content folder. */
  'link',
  /** There is neither text nor a picture. */
  'no-body',
  /** Rules left out more than a tenth of the text that a reader of the original saw. */
  'lost',
  /** Rules would have left out more than a small part of its text, and were not believed. */
  'distrusted',
  /** The text's encoding had to be guessed, or bytes of it make no sense. */
  'encoding',
  /** A picture could not be published. */
  'picture',
  /** A film, a sound or a frame can't be had. */
  'media',
  /** Tags of a site generator that are not known here. */
  'markup',
  'front-matter',
  'no-front-matter',
  'no-title',
  'no-date',
  /** A date can be read in more than one way, or another key stands in for it. */
  'unclear-date',
  /** The title was given its punctuation back. */
  'title',
  /** A saved page: what stands around its article was left out. */
  'page',
  /** Another file would have the same address. */
  'same-id',
  /** Another file holds the same article. */
  'same-article',
  /** A rule left something of the body out, as it should. */
  'dropped',
] as const;

export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** Something in a content file that was not as it should be. */
export interface Problem {
  kind: ProblemKind;
  /** Path below the content folder, `/` between names. */
  path: string;
  /** From 1; absent where the trouble is the whole file's. */
  line?: number;
  /** From 1; absent where the trouble is the whole line's. */
  column?: number;
  /**
   * `rejected`: the file is not in the archive. `repaired`: it is, and this was put right or left out.
   * `noticed`: it is, as it stands, and the owner may want to know this. `dropped`: it is, and this was left out as in
   * any article of its kind; only the report has it.
   */
  outcome: 'rejected' | 'repaired' | 'noticed' | 'dropped';
  /** In words, naming the thing and the reason. */
  reason: Message;
  /** Of `lost`: the part of the text that was left out, from 0 to 1. */
  share?: number;
}

/** A parser's result: bad content is never an exception. */
export interface Parsed<T> {
  value: T;
  problems: Problem[];
}

/** Says that a file or a folder can't be read, with what the system says of it. */
export function describeUnreadable(error: unknown): Message {
  const { message } = error as Error;
  return { zh: `读不了：${message}`, en: `can't be read: ${message}` };
}
