import type { Article } from '../../model/Article.ts';
import type { PageFacts } from '../../model/PageFacts.ts';

/**
 * A page of an article that has every element which the style inside of a page dresses. What occurs seldom, or far
 * below a beginning, is dressed a moment later by the site's style sheet.
 */
export const MODEL_HTML =
  '<p>a<strong>b</strong><a href="https://a.example/">d</a><br>f</p><p>abcdefgh</p>' +
  '<h2>a</h2><h3>b</h3><p class="center">a</p><p class="right">b</p>' +
  '<figure><img src="https://a.example/a.png" alt="" width="9" height="9"><figcaption>a</figcaption></figure>' +
  '<p><img src="https://a.example/a.png" alt=""></p>' +
  '<blockquote><p>a</p></blockquote><ul><li>a</li></ul><ol><li><p>a</p></li></ol>' +
  '<table><caption>a</caption><tbody><tr><th>a</th><td class="number">1</td></tr></tbody></table>';

const article: Omit<Article, 'html'> = {
  id: 'aaaaaaaaaaaa',
  title: '甲 乙',
  publishedAt: '2022-05-20T05:10:02Z',
  category: '甲/乙',
  source: '丁',
  excerpt: '',
  imageCount: 2,
  characterCount: 9,
  stocks: [],
  images: [],
  hasMissingVideo: false,
};

export const MODEL_FACTS: PageFacts = {
  article,
  site: {
    title: '藏报',
    description: '',
    footer: [],
    licence: '',
    hasAbout: false,
    pinned: [],
    takenDown: {},
  },
  names: { 甲: '甲', '甲/乙': '乙' },
};
