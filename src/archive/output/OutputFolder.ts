import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ARTICLES_FOLDER } from '../../model/archivePaths.ts';
import { hashToBase32 } from '../article/articleId.ts';
import { checkOutput } from './checkOutput.ts';
import { lockOutput } from './lockOutput.ts';
import { replaceOutput } from './replaceOutput.ts';
import { StandingOutput } from './StandingOutput.ts';

export interface OutputOptions {
  /** The project's folder. */
  root: string;
  contentDir: string;
  /** As it was named, from the project's folder. */
  outDir: string;
  /** A folder of the project's own, for builds into a folder beside which nothing can be written. */
  cacheDir: string;
  /** Takes a folder that holds something else. */
  isForced: boolean;
}

/**
 * The folder that a site is built into: claimed for one build at a time, built beside what stands there, and put in
 * its place only when it is whole.
 */
export class OutputFolder {
  /** Where the new site is made. */
  readonly partial: string;
  /** The site that it will replace. */
  readonly standing: StandingOutput;
  /** Where the site stands, with links followed. */
  readonly place: string;
  private readonly beside: string;
  private readonly options: OutputOptions;
  private release: (() => void) | undefined;

  /** Touches nothing yet. */
  constructor(options: OutputOptions) {
    const { root, outDir, cacheDir } = options;
    this.options = options;
    this.place = followLinks(resolve(root, outDir));
    this.beside = isWritable(dirname(this.place))
      ? this.place
      : join(cacheDir, `output-${hashToBase32(this.place)}`);
    this.partial = `${this.beside}.partial`;
    this.standing = new StandingOutput(this.place);
  }

  /**
   * Claims the folder. Throws ExpectedError, before anything is touched, where a build could hurt; see checkOutput
   * and lockOutput.
   */
  open(): void {
    const { root, contentDir, outDir, isForced } = this.options;
    const content = followLinks(resolve(root, contentDir));
    checkOutput({ root: realpathSync(root), content, output: this.place }, isForced);
    mkdirSync(dirname(this.beside), { recursive: true });
    this.release = lockOutput(`${this.beside}.lock`, outDir);
    // What a build that died has left.
    rmSync(this.partial, { recursive: true, force: true });
  }

  /**
   * Puts the new site in its place. Throws, and leaves the old one, where it has another number of article files than
   * `expected`.
   */
  finish(expected: number): void {
    const articles = join(this.partial, ARTICLES_FOLDER);
    const names = existsSync(articles) ? readdirSync(articles) : [];
    const count = names.filter((name) => name.endsWith('.json')).length;
    if (count !== expected || !existsSync(join(this.partial, 'index.html'))) {
      throw new Error(`The new site holds ${count} of ${expected} articles; the old one stays.`);
    }
    replaceOutput(this.partial, this.place);
    this.close();
  }

  /** Gives the folder back. Where the new site was not finished, the old one stays. */
  close(): void {
    if (!this.release) return;
    rmSync(this.partial, { recursive: true, force: true });
    this.release();
    this.release = undefined;
  }
}

/** Returns where a path leads in the end. It, and the folders above it, may not be there yet. */
export function followLinks(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
  if (isLink) return followLinks(resolve(dirname(path), readlinkSync(path)));
  return path === dirname(path) ? path : join(followLinks(dirname(path)), basename(path));
}

/** Whether a folder, or the nearest one above it that is there, can be written to. */
function isWritable(folder: string): boolean {
  if (!existsSync(folder)) return isWritable(dirname(folder));
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
