import type { BrowserContext, Page, Request } from 'playwright-core';

/** How requests for pictures on other hosts end. */
export type PictureAnswer = 'show' | 'fail';

/** What pages asked of other hosts, as far as `blockOutside` saw it. */
export type OutsideRequests = {
  /** Addresses of the pictures asked for, shown or failed. */
  pictures: string[];
  /** Everything else; it was refused. A site that keeps to itself leaves this empty. */
  refused: string[];
};

/**
 * Keeps a page (or all pages of a context) from reaching other hosts. Requests for pictures get a
 * small grey one or fail, as `pictures` says, for all or address by address; everything else fails
 * and is written down. What a service worker asks for is seen only when a *context* is blocked.
 */
export async function blockOutside(
  target: Page | BrowserContext,
  pictures: PictureAnswer | ((address: string) => PictureAnswer) = 'show',
): Promise<OutsideRequests> {
  const seen: OutsideRequests = { pictures: [], refused: [] };
  await target.route(isOutside, async (route, request) => {
    const address = request.url();
    if (!isPicture(request)) {
      seen.refused.push(address);
      return route.abort('blockedbyclient');
    }
    seen.pictures.push(address);
    const answer = typeof pictures === 'string' ? pictures : pictures(address);
    if (answer === 'fail') return route.abort('failed');
    return route.fulfill({ contentType: 'image/svg+xml', body: greyPicture });
  });
  return seen;
}

function isOutside({ protocol, hostname }: URL): boolean {
  return /^https?:$/.test(protocol) && !['127.0.0.1', 'localhost'].includes(hostname);
}

/** By the kind of request; by the address where a script (a service worker, say) fetches it. */
function isPicture(request: Request): boolean {
  const { pathname } = new URL(request.url());
  return request.resourceType() === 'image' || /\.(avif|gif|jpe?g|png|svg|webp)$/i.test(pathname);
}

const greyPicture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="100%" height="100%" fill="#999"/></svg>';
