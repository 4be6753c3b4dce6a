import type { SiteSettings } from '../site/SiteSettings.ts';
import type { SiteIcon } from './siteIcon.ts';

export type ManifestSite = Pick<SiteSettings, 'base' | 'title' | 'description' | 'language'>;

/**
 * Builds the web manifest (W3C, Web Application Manifest), by which browsers offer to install the site.
 * Its colours are those of paper in the light: a manifest can't follow the colour scheme.
 * `icon`: the owner's; without it, the icons of `public/` are named.
 */
export function buildManifest(site: ManifestSite, icon?: SiteIcon): object {
  const { base, title, description, language } = site;
  return {
    id: base,
    name: title,
    short_name: title,
    ...(description ? { description } : {}),
    lang: language,
    dir: 'ltr',
    start_url: base,
    scope: base,
    display: 'standalone',
    background_color: '#faf8f3',
    theme_color: '#faf8f3',
    icons: icon
      ? [{ src: base + icon.path, sizes: icon.sizes, type: icon.type, purpose: 'any' }]
      : [
          { src: `${base}icon-192.png`, sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: `${base}icon-512.png`, sizes: '512x512', type: 'image/png', purpose: 'any' },
          {
            src: `${base}icon-maskable-512.png`,
            sizes: '512x512',
            type: 'image/png',
            purpose: 'maskable',
          },
          { src: `${base}icon.svg`, sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        ],
  };
}
