/** Whether a link of the owner's leads to the site itself. */
export function isOwnLink(link: string): boolean {
  return !/^(?:https?:\/\/|mailto:)/i.test(link);
}

/** Returns the address of a footer line's link: an absolute one as it is, any other as a path below the site's base. */
export function buildFooterHref(link: string, base: string = import.meta.env.BASE_URL): string {
  return isOwnLink(link) ? base + link.replace(/^\/+/, '') : link;
}
