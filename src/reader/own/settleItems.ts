import { buildItemKey, type Item, type Items, splitItemKey } from './Item.ts';
import { dropOverruled } from './sweepItems.ts';

/**
 * Returns merged items without those that others make void, so that what is stored says the same as they do. Every
 * device decides alike.
 */
export function settleItems(items: Items): Map<string, Item> {
  const settled = dropOverruled(items);
  // A tag that was removed on one device has no colour, though another painted it later.
  for (const [key, { at }] of items) {
    const { name, field } = splitItemKey(key);
    if (!name.startsWith('tag:') || field !== 'color') continue;
    const named = items.get(buildItemKey(name, 'name'));
    if ((named?.value ?? null) === null) settled.set(key, { at, value: null });
  }
  return settled;
}
