import type { Catalogue, Category } from '../../src/model/Catalogue.ts';
import type { SiteInfo } from '../../src/model/SiteInfo.ts';
import { buildArchive, type Files } from './setUpReader.tsx';

const NOTHING: SiteInfo = {
  title: '码头旧报',
  description: '',
  footer: [],
  licence: '',
  hasAbout: false,
  pinned: [],
  takenDown: {},
};

/** Builds an archive whose owner has set something; `change`: what else is to be done to its tree. */
export function buildOwnFiles(
  site: Partial<SiteInfo>,
  change: (top: Category) => void = () => {},
): Files {
  const files = buildArchive('港口/公告', 150, 0);
  const catalogue = files['archive/catalogue.json'] as Catalogue;
  catalogue.site = { ...NOTHING, ...site };
  change(catalogue.root);
  return files;
}
