/**
 * Builds the web manifest (W3C, Web Application Manifest), by which browsers offer to install the site.
 * Its colours are those of paper in the light: a manifest can't follow the colour scheme.
 */
export function buildManifest(base: string, siteTitle: string): object {
  return {
    id: base,
    name: siteTitle,
    short_name: siteTitle,
    lang: 'zh-CN',
    dir: 'ltr',
    start_url: base,
    scope: base,
    display: 'standalone',
    background_color: '#faf8f3',
    theme_color: '#faf8f3',
    icons: [
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
    screenshots: [
      {
        src: `${base}screenshots/desk.png`,
        sizes: '1440x900',
        type: 'image/png',
        form_factor: 'wide',
      },
      {
        src: `${base}screenshots/phone.png`,
        sizes: '618x1290',
        type: 'image/png',
        form_factor: 'narrow',
      },
    ],
  };
}
