import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ARTICLES_FOLDER, buildArticlePath } from '../model/archivePaths.ts';
import { type FileMark, isMarked, shareFile } from './fileMarks.ts';

/** With more new articles than this, they are not moved among those that stand; a folder is made of links to all. */
const MAX_MOVES = 1000;

/**
 * The output that stands while a new one is built. The new one takes over its folder of articles, since to link and
 * unlink tens of thousands of files that are as they were takes longer than all the rest of a build.
 */
export class StandingOutput {
  private readonly place: string;
  private readonly kept = new Set<string>();
  private readonly maxMoves: number;

  /** `place`: the output folder; there may be none yet. */
  constructor(place: string, maxMoves = MAX_MOVES) {
    this.place = place;
    this.maxMoves = maxMoves;
  }

  /** Tells whether the output holds an article's file just as it was written; it is then part of the new output, too. */
  keepArticle(id: string, mark: FileMark): boolean {
    const path = buildArticlePath(id);
    if (!isMarked(join(this.place, path), mark)) return false;
    this.kept.add(basename(path));
    return true;
  }

  /**
   * Puts a finished output in the place of this one. Up to the renames that swap the two, which take less than
   * a millisecond, this one is whole; from then on the new one stands there, and its few new articles are moved in.
   */
  replaceWith(finished: string): void {
    const old = `${this.place}.old`;
    rmSync(old, { recursive: true, force: true });
    const articles = join(finished, ARTICLES_FOLDER);
    const fresh = existsSync(articles) ? readdirSync(articles) : [];
    const isTakenOver = this.kept.size > 0 && fresh.length <= this.maxMoves;
    if (!isTakenOver) this.linkKept(articles, new Set(fresh));

    if (existsSync(this.place)) renameSync(this.place, old);
    if (isTakenOver) {
      if (fresh.length > 0) renameSync(articles, join(old, 'fresh'));
      renameSync(join(old, ARTICLES_FOLDER), articles);
    }
    renameSync(finished, this.place);
    if (isTakenOver) this.update(join(old, 'fresh'), fresh);
    rmSync(old, { recursive: true, force: true });
  }

  /** Brings the articles' folder that was taken over up to date. */
  private update(from: string, fresh: readonly string[]): void {
    const articles = join(this.place, ARTICLES_FOLDER);
    for (const name of fresh) renameSync(join(from, name), join(articles, name));
    const wanted = new Set(fresh);
    for (const name of readdirSync(articles)) {
      if (!this.kept.has(name) && !wanted.has(name)) rmSync(join(articles, name));
    }
  }

  private linkKept(articles: string, fresh: ReadonlySet<string>): void {
    if (this.kept.size > 0) mkdirSync(articles, { recursive: true });
    for (const name of this.kept) {
      if (!fresh.has(name))
        shareFile(join(this.place, ARTICLES_FOLDER, name), join(articles, name));
    }
  }
}
