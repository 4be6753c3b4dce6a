import { resolve } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { inlineIcon, linkIcon, readSiteIcon } from '../app/siteIcon.ts';
import { escapeHtml } from '../html/writeHtml.ts';
import { applyAccent } from '../site/buildAccent.ts';
import type { SiteSettings } from '../site/SiteSettings.ts';

/** Puts what the owner has set into the page and its style, in builds and in development. */
export function pagePlugin(site: SiteSettings): Plugin {
  const { contentDir, title, description, language, accent } = site;
  let config: ResolvedConfig;
  return {
    name: 'cangbao:page',
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml(html) {
      const icon = readSiteIcon(resolve(config.root, contentDir), site.icon);
      const isBuild = config.command === 'build';
      const head = site.head.map((line) => `    ${line}\n`).join('');
      return (
        icon ? linkIcon(html, icon, config.base, isBuild) : inlineIcon(html, config.publicDir)
      )
        .replaceAll('%SITE_TITLE%', () => escapeHtml(title))
        .replaceAll('%SITE_DESCRIPTION%', () => escapeHtml(description || title))
        .replace(/(?<=<html lang=")[^"]+/, language)
        .replace(/[ \t]*<\/head>/, (end) => head + end);
    },
    // Before Tailwind takes the style sheet up.
    transform: {
      order: 'pre',
      filter: { id: /\/src\/reader\/ui\/styles\.css$/ },
      handler: (css) => (accent === undefined ? undefined : applyAccent(css, accent)),
    },
  };
}
