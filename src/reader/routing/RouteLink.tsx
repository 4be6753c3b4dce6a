import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { isOnLayer } from '../ui/closeOnBack.ts';
import type { ArticleOrigin } from './ArticleOrigin.ts';
import { askForFocus } from './arrival.ts';
import { buildHref, type Route } from './routes.ts';

interface RouteLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  to: Exclude<Route, { name: 'missing' }>;
  origin?: ArticleOrigin | undefined;
}

/** A link within the site. A plain press navigates in place; with a modifier key the browser does as usual. */
export function RouteLink({ to, origin, onClick, children, ...rest }: RouteLinkProps) {
  const href = buildHref(to);

  function followLink(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    if (!isPlainPress(event) || event.defaultPrevented) return;
    event.preventDefault();
    goTo(href, origin ? { origin } : null);
  }

  return (
    <a {...rest} href={href} onClick={followLink}>
      {children}
    </a>
  );
}

/** Goes to an address of the site. The entry of a layer over the page, in which the way there lay, gives way to it. */
export function goTo(href: string, state: unknown = null): void {
  const isFromLayer = isOnLayer();
  navigate(href, { state, replace: isFromLayer || isCurrent(href) });
  if (isFromLayer) askForFocus('link');
}

/** Whether a press is to go somewhere here, and not to a new tab or a file. */
export function isPlainPress(
  event: Pick<MouseEvent, 'button' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): boolean {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
  return event.button === 0 && !hasModifier;
}

/** A press on the link of the page one is on must not need two presses on Back. */
function isCurrent(href: string): boolean {
  return href === window.location.pathname + window.location.search;
}
