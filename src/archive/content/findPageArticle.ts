import {
  isElement,
  listElements,
  type PageElement,
  readAttribute,
  readPageText,
} from './parsePage.ts';

/** Where sites put the text of an article. */
const ARTICLE_NAME =
  /^(?:artibody|article-?(?:body|content|text)|js_content|post-?(?:body|content)|entry-content|main-?content|rich_media_content|content-article)$/i;
/** What stands around texts, by the elements that name it and by the roles. */
const AROUND = /^(?:nav|footer|aside|form|script|style|template|button|dialog)$/;
const AROUND_ROLE = /^(?:navigation|banner|contentinfo|complementary|search)$/i;
/** By their names alone these would cost texts, too: they count where they hold little but links. */
const AROUND_NAME =
  /(?:^|[-_\s])(?:nav|menu|breadcrumbs?|share|sidebar|related|recommend\w*|footer|copyright|pagination|toolbar)(?:$|[-_\s])/i;
/** An element that holds this much of its parent's text stands for it. */
const MOST = 0.7;
/** Menus are links; of an article they are the smallest part. */
const OF_LINK = 0.2;

/** The element that holds the article, and those in it that are none of it. */
export interface PageArticle {
  root: PageElement;
  around: PageElement[];
}

/** Finds the article in the body of a page. */
export function findPageArticle(body: PageElement): PageArticle {
  const elements = listElements(body);
  const around = new Set(elements.filter(isAround));
  const weights = weigh(elements, around);
  const weight = (element: PageElement) => weights.get(element) ?? 0;
  const named = elements.filter(
    (each) =>
      !around.has(each) &&
      (readAttribute(each, 'itemprop') === 'articleBody' ||
        [readAttribute(each, 'id'), ...readAttribute(each, 'class').split(/\s+/)].some((name) =>
          ARTICLE_NAME.test(name),
        )),
  );
  const articles = elements.filter(({ tagName }) => tagName === 'article' || tagName === 'main');
  // A name that lies is found out by the text that would be lost.
  const start = [...named, ...articles].find((each) => weight(each) * 2 >= weight(body)) ?? body;
  const root = descend(start, weight, around);
  return { root, around: listElements(root).filter((each) => around.has(each)) };
}

/** Goes down while one element holds nearly all of the text and pictures. */
function descend(
  start: PageElement,
  weight: (element: PageElement) => number,
  around: ReadonlySet<PageElement>,
): PageElement {
  let root = start;
  for (;;) {
    const next = root.childNodes
      .filter(isElement)
      .find(
        (child) =>
          /^(?:div|section|article|main|body|td|tr|tbody|table|center)$/.test(child.tagName) &&
          !around.has(child) &&
          weight(child) >= MOST * weight(root),
      );
    if (!next || /^(?:article|main)$/.test(root.tagName)) return root;
    root = next;
  }
}

function isAround(element: PageElement): boolean {
  if (AROUND.test(element.tagName) || AROUND_ROLE.test(readAttribute(element, 'role'))) return true;
  const names = `${readAttribute(element, 'id')} ${readAttribute(element, 'class')}`;
  if (element.tagName === 'body' || !AROUND_NAME.test(names)) return false;
  const text = readPageText(element).length;
  const links = listElements(element).filter(({ tagName }) => tagName === 'a');
  return links.reduce((sum, link) => sum + readPageText(link).length, 0) * 2 > text;
}

/** Gives how much each element holds: its characters, and each picture as a line of them. */
function weigh(
  elements: readonly PageElement[],
  around: ReadonlySet<PageElement>,
): Map<PageElement, number> {
  const weights = new Map<PageElement, number>();
  // Children come after their parents, so that backwards each sum is complete when it is added.
  for (const element of [...elements].reverse()) {
    if (around.has(element)) continue;
    const own = element.childNodes.reduce(
      (sum, node) => sum + ('value' in node ? node.value.trim().length : 0),
      element.tagName === 'img' ? 40 : 0,
    );
    const share = element.tagName === 'a' ? OF_LINK : 1;
    const below = element.childNodes
      .filter(isElement)
      .reduce((sum, child) => sum + (weights.get(child) ?? 0), 0);
    weights.set(element, (own + below) * share);
  }
  return weights;
}
