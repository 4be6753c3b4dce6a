import type { Article } from '../../model/Article.ts';
import type { CopyCache } from '../copies/copies.ts';
import { buildArticleAddress } from '../copies/fetchArticleCopy.ts';
import { isArticleIntact } from '../copies/hashBytes.ts';
import type { CopyReader } from './buildBackupPage.ts';

/** Builds the reader of what lies in the cache of saved copies; without one there are none. */
export function createCopyReader(cache: CopyCache | undefined): CopyReader {
  return {
    async readArticle(id) {
      const text = await (await cache?.match(buildArticleAddress(id)))?.text();
      if (text === undefined || !(await isArticleIntact(text, id))) return undefined;
      return JSON.parse(text) as Article;
    },
    async readPicture(address) {
      const response = await cache?.match(address);
      // An opaque answer can be shown by a page but not be read.
      if (!response || response.type === 'opaque') return undefined;
      return readAsData(await response.blob());
    },
  };
}

function readAsData(blob: Blob): Promise<string | undefined> {
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => done(undefined);
    reader.readAsDataURL(blob);
  });
}
