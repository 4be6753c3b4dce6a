const ARTICLE_LINK = /^a\/([a-z2-7]{12})$/;

/** Returns how the HTML of an article writes a link to another one: below the site's base. */
export function buildArticleLink(id: string): string {
  return `a/${id}`;
}

/** Returns the id of the article that a link in an article's HTML leads to; undefined for every other address. */
export function readArticleLink(href: string): string | undefined {
  return ARTICLE_LINK.exec(href)?.[1];
}
