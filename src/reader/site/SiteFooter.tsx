import type { FooterLine } from '../../model/SiteInfo.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { type Layout, useLayout } from '../ui/useLayout.ts';
import { words } from '../words/words.ts';
import { buildFooterHref, isOwnLink } from './buildFooterHref.ts';
import { useSite } from './useSite.ts';

/**
 * What the owner says at the foot of each page: the way to the about page, the footer's lines, the rights in the
 * articles. `within`: the layouts in which this is the place for it. A list, and no `footer`: in the sidebar it
 * stands within a header.
 */
export function SiteFooter({ within }: { within: readonly Layout[] }) {
  return within.includes(useLayout()) ? <SiteFooterLines /> : null;
}

/** The lines alone, whatever the layout. */
export function SiteFooterLines() {
  const site = useSite();
  if (!site) return null;
  const { footer, licence, hasAbout } = site;
  if (footer.length === 0 && licence === '' && !hasAbout) return null;
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one unless it is told
    <ul role="list" aria-label={words.siteFooter} className="site-footer">
      {hasAbout && (
        <li>
          <RouteLink to={{ name: 'about' }}>{words.about}</RouteLink>
        </li>
      )}
      {footer.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike, and they never change places
        <li key={index}>
          <FooterText line={line} />
        </li>
      ))}
      {licence !== '' && <li>{licence}</li>}
    </ul>
  );
}

function FooterText({ line: { text, link } }: { line: FooterLine }) {
  if (link === undefined) return text;
  if (isOwnLink(link)) return <a href={buildFooterHref(link)}>{text}</a>;
  return (
    <a href={buildFooterHref(link)} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}
