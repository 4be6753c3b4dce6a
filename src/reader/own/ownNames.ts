/** Names of databases and locks of what is the reader's own; the first list needs none of them. */
export interface OwnNames {
  /** When each thing that is the reader's own changed last. */
  journal: string;
  /** The file that the reader syncs with. */
  sync: string;
}

/** Builds the names for a site's base, `/` or `/news/`: sites under different bases of one host don't share them. */
export function buildOwnNames(base: string): OwnNames {
  const suffix = base === '/' ? '' : `:${base}`;
  return { journal: `cangbao-journal${suffix}`, sync: `cangbao-sync${suffix}` };
}
