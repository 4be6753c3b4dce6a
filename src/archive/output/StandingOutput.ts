import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ARTICLES_FOLDER, buildArticlePath, CATALOGUE_PATH } from '../../model/archivePaths.ts';
import type { Catalogue, Category } from '../../model/Catalogue.ts';
import { type FileMark, isMarked, shareFile } from '../cache/fileMarks.ts';

/**
 * The output that stands while a new one is built. The new one shares the articles that are as they were, instead of
 * writing them anew.
 */
export class StandingOutput {
  /** The output folder; there may be none yet. */
  readonly place: string;
  private readonly kept = new Set<string>();

  constructor(place: string) {
    this.place = place;
  }

  /**
   * Tells whether the output holds an article's file just as it was written; it is then part of the new output, too.
   */
  keepArticle(id: string, mark: FileMark): boolean {
    const path = buildArticlePath(id);
    if (!isMarked(join(this.place, path), mark)) return false;
    this.kept.add(basename(path));
    return true;
  }

  /** Gives the articles that are kept a second name in the new output. Those that were written there meanwhile stay. */
  shareInto(outDir: string): void {
    const articles = join(outDir, ARTICLES_FOLDER);
    if (this.kept.size === 0) return;
    mkdirSync(articles, { recursive: true });
    const fresh = new Set(readdirSync(articles));
    for (const name of this.kept) {
      if (!fresh.has(name))
        shareFile(join(this.place, ARTICLES_FOLDER, name), join(articles, name));
    }
  }

  /** Returns the ids that the output answers for, former ones of its articles included; none where there is none. */
  listIds(): string[] {
    try {
      return readdirSync(join(this.place, ARTICLES_FOLDER))
        .filter((name) => name.endsWith('.json')) // compressed copies may lie beside them
        .map((name) => basename(name, '.json'));
    } catch {
      return [];
    }
  }

  /** Returns the number of articles that the output lists, hidden ones included; 0 where there is none. */
  countArticles(): number {
    try {
      const text = readFileSync(join(this.place, CATALOGUE_PATH), 'utf8');
      return countListed((JSON.parse(text) as Catalogue).root);
    } catch {
      return 0;
    }
  }
}

function countListed(root: Category): number {
  return root.count + sum(root.children.map(countHidden));
}

/** Articles of hidden categories are not among those of the categories above them. */
function countHidden({ isHidden, count, children }: Category): number {
  return isHidden && count > 0 ? count : sum(children.map(countHidden));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
