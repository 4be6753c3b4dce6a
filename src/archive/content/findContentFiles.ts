import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '../command/Message.ts';
import { matchPath } from '../site/matchPath.ts';
import { describeUnreadable, type Problem } from './Problem.ts';

/** Why a file or folder is not read as articles. */
export type LeftOutReason =
  /** README, LICENSE and the like are about a folder and not of it. */
  | 'about-the-folder'
  /** `_drafts` and `_trash`, as Hexo and people name what is not to be seen. */
  | 'draft-or-trash'
  /** Its front matter says that it is not published. */
  | 'unpublished'
  /** `node_modules`: other people's programs. */
  | 'programs'
  /** A pattern of the owner's. */
  | 'excluded'
  /** The owner has taken it down. */
  | 'taken-down'
  /** It is the site's about page. */
  | 'about-page';

/** Something in the content folder that is no article. */
export interface LeftOut {
  /** Path below the content folder; a folder's ends in `/` and stands for all in it. */
  path: string;
  reason: LeftOutReason;
}

/** What is in a content folder. */
export interface ContentFiles {
  /** Paths below it, `/` between names, sorted by code unit. */
  paths: string[];
  leftOut: LeftOut[];
  problems: Problem[];
}

const ARTICLE_NAME = /\.(?:md|markdown|html?)$/i;
/** `README.md`, `README.zh-CN.md`, `LICENSE.html`. */
const ABOUT_THE_FOLDER = /^(?:readme|licen[cs]e|contributing|changelog)(?:[._-][\w-]+)?\.\w+$/i;

/**
 * Finds all article files below a folder. Hidden names are left alone. Links are not followed, so nothing outside of
 * the folder is read; one that could have led to articles is a problem. `exclude`: patterns of the owner's. A folder
 * that can't be read is a problem, not an end.
 */
export function findContentFiles(folder: string, exclude: readonly string[] = []): ContentFiles {
  const files: ContentFiles = { paths: [], leftOut: [], problems: [] };
  const isExcluded = matchPath(exclude);
  const visit = (below: string) => {
    for (const entry of readFolder(join(folder, below), below, files.problems)) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      const target = entry.isSymbolicLink() ? findTarget(join(folder, path)) : undefined;
      const isFolder = entry.isDirectory() || target === 'folder';
      const isLost = target === 'nothing';
      if (!isFolder && !isLost && !ARTICLE_NAME.test(entry.name)) continue;
      const reason = isExcluded(path) ? 'excluded' : findReason(entry.name, isFolder);
      if (reason) files.leftOut.push({ path: isFolder ? `${path}/` : path, reason });
      else if (target)
        files.problems.push({ kind: 'link', path, outcome: 'rejected', reason: LINKS[target] });
      else if (isFolder) visit(path);
      else if (entry.isFile()) files.paths.push(path);
    }
  };
  visit('');
  files.paths.sort();
  files.leftOut.sort((a, b) => (a.path < b.path ? -1 : 1));
  return files;
}

/** What a link leads to. */
type LinkTarget = 'folder' | 'file' | 'nothing';

/** Of each kind of link, what is wrong with it and what to do. */
const LINKS: Record<LinkTarget, Message> = {
  folder: {
    zh: '是指向文件夹的链接；只读内容文件夹里面的文件：请把文件夹本身放进来，或者写在 CONTENT_DIR 里',
    en:
      'is a link to a folder; only files inside of the content folder are read: ' +
      'put the folder itself here, or name it in CONTENT_DIR',
  },
  file: {
    zh: '是链接；只读内容文件夹里面的文件：请把文件本身放进来',
    en: 'is a link; only files inside of the content folder are read: put the file itself here',
  },
  nothing: {
    zh: '是链接，但指向的地方什么也没有：请修好或者删掉',
    en: 'is a link that leads nowhere: mend or delete it',
  },
};

/** Returns what a link leads to at last; one that goes round in a circle or through a closed folder leads nowhere. */
function findTarget(file: string): LinkTarget {
  try {
    return statSync(file).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}

function findReason(name: string, isFolder: boolean): LeftOutReason | undefined {
  if (!isFolder) return ABOUT_THE_FOLDER.test(name) ? 'about-the-folder' : undefined;
  if (name === 'node_modules') return 'programs';
  return name === '_drafts' || name === '_trash' ? 'draft-or-trash' : undefined;
}

function readFolder(folder: string, path: string, problems: Problem[]): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    problems.push({
      kind: 'unreadable',
      path: path === '' ? '.' : path,
      outcome: 'rejected',
      reason: describeUnreadable(error),
    });
    return [];
  }
}
