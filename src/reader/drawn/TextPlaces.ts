import { HEADINGS, OTHERS } from '../typography/dressFragment.ts';
import type { TextPlace } from '../typography/dressText.ts';

/** Elements that may tell the language of their words. */
const WITH_LANGUAGE = new Set(['p', 'h2', 'h3', 'h4', 'span']);
const FOLLOWED = new Set(['pre', 'a', ...HEADINGS, ...OTHERS]);

/** Follows the tags of an article's HTML, and knows where the text between them stands. */
export class TextPlaces {
  /** How many elements of each name are open. */
  private readonly open = new Map<string, number>();
  /** For each element that may tell its language, whether it does. */
  private readonly languages: boolean[] = [];

  follow(name: string, isEnd: boolean, attributes: string): void {
    if (FOLLOWED.has(name)) this.open.set(name, (this.open.get(name) ?? 0) + (isEnd ? -1 : 1));
    if (!WITH_LANGUAGE.has(name)) return;
    if (isEnd) this.languages.pop();
    else this.languages.push(attributes.includes(' lang="'));
  }

  isIn(...names: readonly string[]): boolean {
    return names.some((name) => (this.open.get(name) ?? 0) > 0);
  }

  readPlace(): TextPlace {
    return {
      isHeading: this.isIn(...HEADINGS),
      isInLink: this.isIn('a'),
      isOther: this.isIn(...OTHERS) || this.languages.includes(true),
    };
  }
}
