/** Something in a content file that was not as it should be. */
export interface Problem {
  /** Path below the content folder, `/` between names. */
  path: string;
  /** From 1; absent where the trouble is the whole file's. */
  line?: number;
  /** From 1; absent where the trouble is the whole line's. */
  column?: number;
  /** `rejected`: the file is not in the archive. `repaired`: it is, and this was put right or left out. */
  outcome: 'rejected' | 'repaired';
  /** In words, naming the thing and the reason. */
  reason: string;
}

/** A parser's result: bad content is never an exception. */
export interface Parsed<T> {
  value: T;
  problems: Problem[];
}
