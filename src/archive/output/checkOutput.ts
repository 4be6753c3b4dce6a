import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CATALOGUE_PATH, ID_HISTORY_PATH } from '../../model/archivePaths.ts';
import { ExpectedError } from '../command/Message.ts';

/** The folders that a build reads and writes, as absolute paths. */
export interface BuildFolders {
  /** The project's own. */
  root: string;
  content: string;
  /** With links followed; it may not be there yet. */
  output: string;
}

/**
 * Checks, before anything is touched, that a build hurts nobody: throws ExpectedError where the output folder and the
 * content folder overlap, where the output would take the project with it, and, unless `isForced`, where the output
 * folder holds something that is no output of ours.
 */
export function checkOutput({ root, content, output }: BuildFolders, isForced: boolean): void {
  if (isWithin(output, content) || isWithin(content, output)) {
    throw new ExpectedError({
      zh: `输出文件夹 ${output} 和内容文件夹 ${content} 互相重叠，构建会毁掉文章。什么都没有动；请用 --outDir 换一个输出文件夹。`,
      en: `The output folder ${output} and the content folder ${content} overlap, and a build would destroy articles. Nothing was touched; name another folder with --outDir.`,
    });
  }
  if (isWithin(root, output)) {
    throw new ExpectedError({
      zh: `输出文件夹 ${output} 包含了程序自己。什么都没有动；请用 --outDir 换一个输出文件夹。`,
      en: `The output folder ${output} holds this program itself. Nothing was touched; name another folder with --outDir.`,
    });
  }
  const stats = statSync(output, { throwIfNoEntry: false });
  if (!stats) return;
  if (!stats.isDirectory()) {
    throw new ExpectedError({
      zh: `输出的位置 ${output} 是一个文件，不是文件夹。`,
      en: `The output folder ${output} is a file.`,
    });
  }
  if (isForced || isFormerOutput(output) || readdirSync(output).length === 0) return;
  throw new ExpectedError({
    zh: `输出文件夹 ${output} 里有别的东西，不是藏报以前的输出；构建会把它们删掉。什么都没有动；请换一个文件夹，确实不要了就加上 --force。`,
    en: `The output folder ${output} holds something that is no former output of this program, and a build would remove it. Nothing was touched; name another folder, or add --force.`,
  });
}

/** Whether a folder is what an earlier build has left there, or holds what a build server has fetched of it. */
export function isFormerOutput(folder: string): boolean {
  if (existsSync(join(folder, ID_HISTORY_PATH))) return true;
  try {
    const catalogue: unknown = JSON.parse(readFileSync(join(folder, CATALOGUE_PATH), 'utf8'));
    return typeof catalogue === 'object' && catalogue !== null && 'lists' in catalogue;
  } catch {
    return false;
  }
}

/**
 * Whether a path is a folder or lies in it. Folders are compared by what the file system says they are, so that
 * links, mounts and names that differ in case alone on a disk that knows no case don't matter. Neither need be there.
 */
function isWithin(path: string, folder: string): boolean {
  const wanted = identify(folder);
  for (let current = path; ; current = dirname(current)) {
    if (current === folder) return true;
    if (wanted !== undefined && identify(current) === wanted) return true;
    if (current === dirname(current)) return false;
  }
}

function identify(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const { dev, ino } = statSync(path, { bigint: true });
  return `${dev}:${ino}`;
}
