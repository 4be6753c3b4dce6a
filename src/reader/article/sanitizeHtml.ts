import DOMPurify from 'dompurify';
import { ARTICLE_ELEMENTS } from '../../model/articleHtml.ts';
import { finishFragment } from './finishFragment.ts';

/**
 * The one door through which HTML reaches the document: a string in, a clean fragment out.
 * The lists are closed (`src/model/articleHtml.ts`); what they don't name is dropped, its words are kept.
 * Never throws: where nothing can be sanitized, the words alone come through.
 */
export function sanitizeHtml(html: string): DocumentFragment {
  try {
    if (!DOMPurify.isSupported) return buildText(html);
    const fragment = DOMPurify.sanitize(html, {
      ALLOWED_TAGS: Object.keys(ARTICLE_ELEMENTS),
      ALLOWED_ATTR: [...new Set(Object.values(ARTICLE_ELEMENTS).flat()), 'class'],
      ALLOW_DATA_ATTR: false,
      ALLOW_ARIA_ATTR: false,
      ALLOW_UNKNOWN_PROTOCOLS: false,
      RETURN_DOM_FRAGMENT: true,
    });
    return finishFragment(fragment);
  } catch {
    return buildText(html);
  }
}

function buildText(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const paragraph = document.createElement('p');
  paragraph.textContent = html.replace(/<[^>]*>/g, ' ').trim();
  fragment.append(paragraph);
  return fragment;
}
