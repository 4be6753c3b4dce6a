import type { DropRule } from './Dropped.ts';
import { type ElementNode, readAttribute } from './walkTree.ts';

/** Elements whose content no browser ever shows. */
const NEVER_SHOWN = new Set(
  'style script template head title meta link base applet canvas map datalist'.split(' '),
);

/** Elements that mean nothing, or something else, where no script runs and no form is sent. */
const RULES_BY_ELEMENT = new Map<string, DropRule>([
  ['button', 'control'],
  ['select', 'control'],
  ['textarea', 'control'],
  ['progress', 'control'],
  ['meter', 'control'],
  ['noscript', 'without-script'],
  ['noembed', 'without-script'],
  ['noframes', 'without-script'],
]);

/**
 * Containers that sites put around promotion. They are dropped with all they hold. Each is a class name of a site's
 * template, not of one article.
 */
const PROMOTION_CLASSES = joinClassNames([
  'appendQr_wrap', // Sina: the app's QR code under every article
  'app-kaihu-qr', // Sina: account-opening adverts
  'jqlblock_cls', // Sina: research adverts
]);

/** Containers of controls and of what stands elsewhere on our page. */
const FURNITURE_CLASSES = joinClassNames([
  'copy-code-btn', // Juejin: a button inside code
  'image-viewer-box', // Juejin
  'view-more', // Zhihu: link to the discussion
  'avatar', // Zhihu: the author's face
  'img-place-holder',
  'sharedaddy', // WordPress: buttons of other sites
  'jp-relatedposts', // WordPress
  'cnblogs_code_toolbar', // Cnblogs: a button above code
  'jammer', // Discuz: signs that nobody sees
  'subscription-widget-wrap', // Substack: a form within the letter
]);

/** What scripts show, a part at a time or all of it (WeChat). It is hidden until then, and belongs to the text. */
const SHOWN_IN_TURN =
  /tab|pane|panel|collaps|accordion|fold|spoiler|slide|more|answer|rich_media_content/i;
/** Formulas are hidden where a picture of them is shown. */
const HIDDEN_FORMULA = /mwe-math|katex-mathml|MJX/;

/** Link targets that only adverts have. A block quote made of such a link is an advert. */
const PROMOTION_LINK = /(?:\/stock\/reportch\/|\bsinadaxue\.cn\b|\bkaihu\b|\/finance\/app)/;

/**
 * Links that a site's keyword matcher put on words of the text, or that pay for a click: the words stay, the link
 * goes.
 */
const AUTOMATIC_LINK =
  /^https?:\/\/(?:tousu\.sina\.com\.cn\/?$|(?:finance|stock)\.sina\.com\.cn\/(?:realstock|usstock|fund|futures|forex|hkstock)\/|stock\.finance\.sina\.com\.cn\/|(?:c\.)?duomai\.com\/|[a-z.]*pvxt\.net\/)/;

/** Pictures that stand for "no picture", or that only promotion has. They are never a lead image. */
const PROMOTION_PICTURE =
  /^https?:\/\/(?:picsum\.photos\/|n\.sinaimg\.cn\/(?:finance\/cece9e13\/20200514\/343233024\.png|tech\/512\/w256h256\/20210430\/5f5f-kpptear5623021\.png|finance\/200\/w500h500\/20220216\/303e-b2864e7bf4f7e5ecede113b90b5a53c9\.png|finance\/512\/w256h256\/20200807\/333c-ixkvvuc9099771\.png))/;

/** Tells whether an element's content is nothing that a page shows. */
export function isNeverShown(tagName: string): boolean {
  return NEVER_SHOWN.has(tagName);
}

/** Returns the rule by which an element with all its content is not part of the article, if there is one. */
export function findDropRule(
  tagName: string,
  classes: string,
  isHidden: boolean,
): DropRule | undefined {
  if (classes !== '') {
    if (PROMOTION_CLASSES.test(classes)) return 'promotion';
    if (FURNITURE_CLASSES.test(classes)) return 'furniture';
  }
  if (isHidden && !SHOWN_IN_TURN.test(classes) && !HIDDEN_FORMULA.test(classes)) return 'hidden';
  return RULES_BY_ELEMENT.get(tagName);
}

/** Tells whether an element is Sina's editor line, which belongs to the foot of the article. */
export function isEditorLine(classes: string): boolean {
  return classes.includes(' article-editor ');
}

/** Tells whether an element in a line is the author's name or calling; it belongs to the head of the article. */
export function isAuthorLine(tagName: string, classes: string): boolean {
  return tagName === 'span' && classes !== '' && / (?:author|bio) /.test(classes);
}

/** Tells whether an element links to the original of the article, hidden where a script shows it (Zhihu). */
export function isOriginalLink(classes: string): boolean {
  return classes.includes(' originUrl ');
}

/** Tells whether an empty element stands where a script showed a film: the body has no word on it. */
export function isVideoPlaceholder(element: ElementNode, classes: string): boolean {
  return (
    classes.includes(' video-2017 ') || (readAttribute(element, 'id') ?? '').startsWith('videoList')
  );
}

/** Tells whether a link's words belong to the text and its target does not. */
export function isAutomaticLink(element: ElementNode, href: string): boolean {
  return AUTOMATIC_LINK.test(href) || readAttribute(element, 'data-link') === '1';
}

/** Tells whether a link leads to an offer rather than to an article. */
export function isPromotionLink(href: string): boolean {
  return PROMOTION_LINK.test(href);
}

/** Tells whether a picture is a known placeholder or advert. */
export function isPromotionPicture(src: string): boolean {
  return PROMOTION_PICTURE.test(src);
}

/** Makes a pattern for class lists as readClasses gives them. */
function joinClassNames(names: readonly string[]): RegExp {
  return new RegExp(` (?:${names.join('|')}) `);
}
