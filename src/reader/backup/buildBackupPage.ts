import type { Bookmark } from '../bookmarks/Bookmark.ts';
import { bindHtml } from '../books/bindHtml.ts';
import { buildSiteAddress, makeBook } from '../books/makeBook.ts';
import type { CopyCache } from '../copies/copies.ts';
import { backupWords } from '../words/backupWords.ts';
import { formatBackupBlock, type OwnRest } from './backupFile.ts';

/**
 * Builds one page that needs nothing else: the bookmarks with the articles' texts and pictures, saved ones first, and
 * the backup itself, with the `rest`, in a data block at its end.
 */
export async function buildBackupPage(
  bookmarks: readonly Bookmark[],
  site: string,
  cache: Pick<CopyCache, 'match'> | undefined,
  now: Date,
  rest?: OwnRest,
): Promise<Blob> {
  const facts = {
    title: backupWords.exportHeading(site),
    site,
    licence: '',
    language: 'zh-CN',
    isVertical: false,
    now,
    buildAddress: buildSiteAddress,
  };
  const binder = bindHtml(facts, backupWords.exportNote, formatBackupBlock(bookmarks, now, rest));
  const order = { summaries: bookmarks, notes: [], hasPictures: true, cache };
  const made = await makeBook(
    { ...order, listNames: (path) => path.split('/') },
    binder,
    new AbortController().signal,
    () => undefined,
  );
  return made.file;
}
