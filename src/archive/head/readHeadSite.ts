import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE_PATH } from '../../model/archivePaths.ts';
import type { Catalogue } from '../../model/Catalogue.ts';
import type { SiteSettings } from '../site/SiteSettings.ts';
import { buildCard } from './buildCard.ts';
import type { HeadPicture, HeadSite } from './HeadSite.ts';

/** Returns what heads say of a site whose archive is written. */
export function readHeadSite(
  outDir: string,
  site: Pick<SiteSettings, 'url' | 'title' | 'description' | 'language' | 'feeds'>,
  card: HeadPicture | undefined,
): HeadSite {
  const catalogue = JSON.parse(readFileSync(join(outDir, CATALOGUE_PATH), 'utf8')) as Catalogue;
  const { url, title, description, language, feeds } = site;
  return { url, title, description, language, feeds, root: catalogue.root, card };
}

/** Writes the site's card; there is none where no page could name it, since that takes the site's address. */
export function writeCard(
  outDir: string,
  root: string,
  contentDir: string,
  site: SiteSettings,
): HeadPicture | undefined {
  if (site.url === undefined) return undefined;
  const { bytes, ...picture } = buildCard(join(root, 'public'), contentDir, site);
  writeFileSync(join(outDir, picture.src), bytes);
  return picture;
}
