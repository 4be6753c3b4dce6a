/** A field of a stored text, as it stands there now. */
export interface Field {
  value: unknown;
  /** When it changed, in milliseconds, where the text itself tells. */
  at?: number;
  /** The reader may never have chosen it: any choice is newer. */
  isUsual?: true;
}

/** What a text is written over. */
export interface Standing {
  /** The text that stands there. */
  text: string | undefined;
  /** When the last field was removed, in milliseconds; 0 where none was. */
  removedAt: number;
}

/** How one kind of stored text is read as fields and written again. */
export interface OwnKind {
  /** Begins the names of its texts, up to the `:` before the id; or is the whole name. */
  name: string;
  /** Reads a text; undefined where it is damaged or of a later version, and not ours to judge. */
  read(text: string, id: string): ReadonlyMap<string, Field> | undefined;
  /**
   * Returns the text that holds these fields, or undefined where nothing is to stand there. `fields`: what is not
   * removed.
   */
  write(fields: ReadonlyMap<string, Field>, standing: Standing): string | undefined;
  /** Whether a value that comes from elsewhere may be one of this field's. */
  isValue(id: string, field: string, value: unknown): boolean;
  /** Returns what tells whether a field has changed, where that is not its whole value. */
  sign?(value: unknown): unknown;
  /** What a text that is missing means; usually that it was lost. */
  missing?: 'removed' | 'unknown';
  /** A field that is no longer there was only forgotten, to make room. */
  isForgetting?: true;
}
