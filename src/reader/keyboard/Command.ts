/** Something that the palette can do. */
export interface Command {
  /** Unique among all. */
  key: string;
  kind: 'action' | 'setting' | 'category' | 'tag' | 'article' | 'search';
  name: string;
  /** What else it is, beside the name. */
  note?: string;
  run: () => void;
}
