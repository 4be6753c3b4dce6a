import { type ContentFiles, findContentFiles } from '../content/findContentFiles.ts';
import { identifyArticles, type NamedArticle } from './identifyArticles.ts';
import type { SiteSettings } from './SiteSettings.ts';

/** The content files that are to be articles, and what the owner's names stand for. */
export interface SelectedFiles extends ContentFiles {
  /** As `site.takenDown`. */
  takenDown: NamedArticle[];
  /** As `site.pinned`. */
  pinned: NamedArticle[];
}

/**
 * Finds the files of a content folder that are to be articles by the owner's settings; what they leave out is among
 * `leftOut`.
 */
export function selectFiles(contentDir: string, site: SiteSettings): SelectedFiles {
  const files = findContentFiles(contentDir, site.exclude);
  const names = [...site.takenDown.map(({ article }) => article), ...site.pinned];
  const named = identifyArticles(files.paths, names);
  const takenDown = named.slice(0, site.takenDown.length);
  const pinned = named.slice(site.takenDown.length);
  const down = new Set(takenDown.map(({ path }) => path));
  const about = site.about?.normalize('NFC');
  const paths = files.paths.filter((path) => {
    const isAbout = path.normalize('NFC') === about;
    if (!isAbout && !down.has(path)) return true;
    files.leftOut.push({ path, reason: isAbout ? 'about-page' : 'taken-down' });
    return false;
  });
  files.leftOut.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { ...files, paths, takenDown, pinned };
}
