/** What is known of one field: when it changed last, in milliseconds, and what it was then; null once removed. */
export type Entry = readonly [at: number, sign: unknown];

/** What is known of one stored text, by its name: what its key has behind the site's prefix. */
export interface JournalRecord {
  name: string;
  fields: Record<string, Entry>;
}

/** Remembers when each thing that is the reader's own changed last; the stored texts don't all tell. */
export interface Journal {
  read(name: string): Promise<JournalRecord | undefined>;
  readAll(): Promise<JournalRecord[]>;
  write(records: readonly JournalRecord[]): Promise<void>;
}

/** Builds a journal that lasts as long as the page: where there is no database. */
export function createMemoryJournal(): Journal {
  const records = new Map<string, JournalRecord>();
  return {
    read: async (name) => records.get(name),
    readAll: async () => [...records.values()],
    async write(written) {
      for (const record of written) records.set(record.name, record);
    },
  };
}
