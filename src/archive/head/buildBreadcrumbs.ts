import { listNames } from '../../model/Catalogue.ts';
import { buildCategoryAddress } from '../feeds/pageAddresses.ts';
import type { HeadSite } from './HeadSite.ts';

/** A step on the way from the first page to a page. */
interface Step {
  name: string;
  address: string | undefined;
}

/**
 * Builds the way to a page as linked data (schema.org, BreadcrumbList): the site, the categories, at the end the
 * article where there is one. Returns nothing where a step has no address: each but the last needs one.
 */
export function buildBreadcrumbs(category: string, site: HeadSite, article?: Step): object[] {
  const { url, title, root } = site;
  if (url === undefined) return [];
  const paths = category
    .split('/')
    .map((_name, index, names) => names.slice(0, index + 1).join('/'));
  const names = listNames(root, category);
  const steps: Step[] = [
    { name: title, address: url },
    ...names.map((name, index) => ({
      name,
      address: buildCategoryAddress(url, paths[index] ?? ''),
    })),
    ...(article ? [article] : []),
  ];
  if (steps.some(({ address }) => address === undefined)) return [];
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: steps.map(({ name, address }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item: address,
      })),
    },
  ];
}
