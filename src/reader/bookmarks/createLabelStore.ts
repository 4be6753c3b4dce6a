import type { KeyValueStore } from '../storage/KeyValueStore.ts';
import { formatLabels, isDamagedLabels, type Labels, NO_LABELS, parseLabels } from './Labels.ts';
import { LABELS } from './labelKeys.ts';

/** What the reader has put on bookmarks, outside React. */
export interface LabelStore {
  /** The same object until the text changes. */
  read(id: string): Labels;
  /** Labels of all bookmarks that have some. The same map until something changes. */
  readAll(): ReadonlyMap<string, Labels>;
  /** Changes those of some bookmarks and tells listeners once. Those of a later version stay as they are. */
  change(ids: readonly string[], change: (labels: Labels, id: string) => Labels): void;
  subscribe(listener: () => void): () => void;
}

const stores = new WeakMap<KeyValueStore, LabelStore>();

/** Gives the labels over a store of small texts: one key per bookmark, always the same one for a store. */
export function openLabels(texts: KeyValueStore): LabelStore {
  const known = stores.get(texts);
  if (known) return known;
  const opened = createLabelStore(texts);
  stores.set(texts, opened);
  return opened;
}

function createLabelStore(texts: KeyValueStore): LabelStore {
  const parsed = new Map<string, { text: string; labels: Labels }>();
  let all: ReadonlyMap<string, Labels> | undefined;
  texts.follow((keys) => {
    if (!keys || keys.some((key) => key.startsWith(LABELS))) all = undefined;
  });

  function read(id: string): Labels {
    const text = texts.read(LABELS + id);
    if (text === undefined) return NO_LABELS;
    const known = parsed.get(id);
    if (known?.text === text) return known.labels;
    const labels = parseLabels(text) ?? NO_LABELS;
    parsed.set(id, { text, labels });
    return labels;
  }

  return {
    read,
    readAll() {
      all ??= new Map(
        texts.readKeys(LABELS).map((key) => {
          const id = key.slice(LABELS.length);
          return [id, read(id)];
        }),
      );
      return all;
    },
    change(ids, change) {
      const entries = ids.flatMap((id) => {
        const key = LABELS + id;
        const text = texts.read(key);
        // What a later version has written is not ours to change.
        if (text !== undefined && !parseLabels(text) && !isDamagedLabels(text)) return [];
        const next = formatLabels(change(read(id), id));
        return next === (text ?? formatLabels(NO_LABELS)) ? [] : [[key, next] as const];
      });
      if (entries.length > 0) texts.changeAll(entries);
    },
    subscribe: texts.subscribe,
  };
}
