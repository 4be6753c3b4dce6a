import { SITE_KEYS } from '../storage/siteKeys.ts';

/**
 * Begins the keys of what the reader puts on a bookmark; the article's id follows. Not part of the bookmark's own
 * value: an earlier version of the app writes that anew, and would drop what it doesn't know.
 */
export const LABELS = `${SITE_KEYS}labels:`;

/** Whether labels (`Labels.ts`) say that the bookmark is on the shelf 稍后读 alone. */
export function isOnlyLater(text: string | undefined): text is string {
  return text?.includes('"shelf":"later"') ?? false;
}

/** Whether they say that it is on both shelves. */
export function isOnBoth(text: string | undefined): text is string {
  return text?.includes('"shelf":"both"') ?? false;
}

/** What stands there once they were taken off: a key that is missing was lost. `formatLabels` writes the same. */
export const TAKEN_OFF = '{"v":1,"tags":[]}';
