import type { Article } from '../../model/Article.ts';
import { hashToBase32 } from './articleId.ts';

/** What an article is known by when its file has another name or lies in another folder. */
export interface Fingerprint {
  /** Hash of title and date. */
  headline: string;
  /** Hash of the body's HTML. */
  text: string;
}

/** Returns the fingerprint of an article. It depends neither on the file's path nor on the categories. */
export function buildFingerprint({ title, publishedAt = '', html }: Article): Fingerprint {
  return {
    headline: hashToBase32(`${publishedAt}\n${title.normalize('NFC')}`),
    text: hashToBase32(html),
  };
}
