import type { KeptSite } from './keptSite.ts';
import { isWhole, type KeptStores, type KeyText, listCopies, readKeyText } from './keptStores.ts';

/**
 * What one site owes its reader: what they asked for and did not take back, as far as it has been seen to stand
 * somewhere and has stood in at least one place ever since.
 */
export class KeptModel {
  readonly site: KeptSite;
  /** Articles that the reader has bookmarked at any time, and that they want bookmarked now. */
  private readonly known = new Set<string>();
  private readonly wanted = new Set<string>();
  /** Wanted, and standing somewhere. */
  private readonly owed = new Set<string>();
  /** Removed by the reader, and gone from every place. */
  private readonly removed = new Set<string>();
  /** Texts of a later version, by article. */
  private readonly later = new Map<string, string>();
  /** Articles that the reader has asked to save, and those of them that have been saved whole. */
  private readonly asked = new Set<string>();
  private readonly copies = new Set<string>();
  /** Articles whose copy went by the reader's word, and that nothing has asked for since. */
  private readonly absent = new Set<string>();

  constructor(site: KeptSite) {
    this.site = site;
  }

  /** The reader bookmarks articles. `isImport`: from a file, which leaves texts of a later version alone. */
  bookmark(ids: readonly string[], isImport = false): void {
    for (const id of ids) {
      if (isImport && this.later.has(id)) continue;
      this.later.delete(id);
      this.removed.delete(id);
      this.known.add(id);
      this.wanted.add(id);
    }
    this.save(ids);
  }

  /**
   * The reader takes a bookmark back, as the button says it, whatever is written under its key in this moment. What was
   * saved for nothing else may go with it.
   */
  unbookmark(id: string, stores: KeptStores): void {
    this.wanted.delete(id);
    this.later.delete(id);
    this.owed.delete(id);
    const record = stores.records.find((each) => each.id === id);
    if (!record?.reasons.includes('list')) this.release([id]);
  }

  /** The reader asks to save articles. */
  save(ids: readonly string[]): void {
    for (const id of ids) {
      this.asked.add(id);
      this.absent.delete(id);
    }
  }

  /** The reader lets copies go. */
  release(ids: readonly string[]): void {
    for (const id of ids) {
      this.asked.delete(id);
      this.copies.delete(id);
    }
  }

  /** What the reader has let go is gone, and must not come back by itself. */
  expectAbsent(ids: readonly string[]): void {
    for (const id of ids) if (!this.asked.has(id)) this.absent.add(id);
  }

  /** Whether a copy of it is owed. */
  owesCopy(id: string): boolean {
    return this.copies.has(id);
  }

  /** Bookmarks that are owed. */
  listOwed(): string[] {
    return [...this.owed];
  }

  /** Takes note of what stands somewhere by now. */
  look(stores: KeptStores): void {
    for (const id of this.known) {
      const places = this.listPlaces(id, stores);
      if (this.wanted.has(id)) {
        if (places.length > 0 && this.readKey(id, stores) !== 'later') this.owed.add(id);
        continue;
      }
      // Where there was no room for the word of the removal, other tabs can't know of it, and the screen says so.
      const isTold = this.readKey(id, stores) === 'removed';
      if (isTold && places.length === 0) this.removed.add(id);
    }
    const held = new Set(listCopies(stores));
    for (const record of stores.records) {
      if (this.asked.has(record.id) && held.has(record.id) && isWhole(record)) {
        this.copies.add(record.id);
      }
    }
  }

  /** Something has harmed the stores: what stands nowhere since then is not owed, what had gone before still is. */
  endure(before: KeptStores, left: KeptStores): void {
    const held = new Set(listCopies(left));
    for (const id of listCopies(before)) if (!held.has(id)) this.copies.delete(id);
    for (const [id, text] of this.later) {
      const key = this.site.bookmarks + id;
      if (before.texts[key] === text && left.texts[key] !== text) this.later.delete(id);
    }
    for (const id of this.known) {
      const key = this.readKey(id, left);
      const places = this.listPlaces(id, left);
      if (key === 'later') {
        const text = left.texts[this.site.bookmarks + id] ?? '';
        if (this.readKey(id, before) !== 'later') this.later.set(id, text);
        this.owed.delete(id);
      } else if (places.length === 0) {
        if (this.listPlaces(id, before).length > 0) this.owed.delete(id);
      }
      // The word of the removal went before all places had heard it.
      else if (key !== 'removed') this.removed.delete(id);
    }
    if (before.hasFacts && !left.hasFacts) this.absent.clear();
  }

  /**
   * The browser was killed: it writes localStorage to the disk some time later, so that what stood there last may not
   * be there any more. The other stores are.
   */
  endureKill(before: KeptStores): void {
    this.endure(before, { ...before, texts: {} });
    this.removed.clear();
  }

  /** Says what is not as it should be when all has come to rest. `listed`: ids on the page of bookmarks. */
  check(stores: KeptStores, listed: readonly string[]): string[] {
    const { texts, records } = stores;
    const saved = new Map(records.map((record) => [record.id, record]));
    const held = new Set(listCopies(stores));
    const name = (id: string) => `${id} (${this.describe(id, stores)})`;
    const isBookmark = (id: string) => ['bookmark', 'later'].includes(this.readKey(id, stores));
    const complaints: [what: string, ids: string[]][] = [
      ['bookmark lost', [...this.owed].filter((id) => !listed.includes(id))],
      ['removed bookmark is back', [...this.removed].filter((id) => listed.includes(id))],
      ['bookmark that nobody made', listed.filter((id) => !this.known.has(id))],
      [
        'text of a later version changed',
        [...this.later]
          .filter(([id, text]) => texts[this.site.bookmarks + id] !== text)
          .map(([id]) => id),
      ],
      ['saved text gone', [...this.copies].filter((id) => !held.has(id))],
      [
        'saved text not counted',
        [...this.copies].filter((id) => held.has(id) && saved.get(id)?.text.state !== 'saved'),
      ],
      ['removed copy is back', [...this.absent].filter((id) => saved.has(id))],
      [
        'saved for a bookmark that is none',
        records
          .filter(({ id, reasons }) => reasons.includes('bookmark') && !isBookmark(id))
          .map(({ id }) => id),
      ],
    ];
    return complaints
      .filter(([, ids]) => ids.length > 0)
      .map(([what, ids]) => `${this.site.base} ${what}: ${ids.map(name).join(', ')}`);
  }

  private describe(id: string, stores: KeptStores): string {
    const record = stores.records.find((each) => each.id === id);
    return [
      `key ${this.readKey(id, stores)}`,
      `mirror ${stores.mirror.includes(id)}`,
      `record ${record ? `${record.reasons.join('+')} ${record.text.state}` : 'none'}`,
      `copy ${listCopies(stores).includes(id)}`,
    ].join(', ');
  }

  private readKey(id: string, { texts }: KeptStores): KeyText {
    return readKeyText(texts[this.site.bookmarks + id]);
  }

  /** Where a bookmark stands, the text of a later version aside. */
  private listPlaces(id: string, stores: KeptStores): string[] {
    const isSavedFor = stores.records.some(
      (each) => each.id === id && each.reasons.includes('bookmark'),
    );
    return [
      ...(this.readKey(id, stores) === 'bookmark' ? ['key'] : []),
      ...(stores.mirror.includes(id) ? ['mirror'] : []),
      ...(isSavedFor ? ['record'] : []),
    ];
  }
}
