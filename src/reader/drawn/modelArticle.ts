import type { Article } from '../../model/Article.ts';
import type { PageFacts } from '../../model/PageFacts.ts';

/**
 * The text of an article that has every element and class of articles: what the style inside of a page does not dress
 * would move when the style sheets come.
 */
export const MODEL_HTML =
  '<p lang="en">a<strong>b</strong><em>c</em><a href="https://a.example/">d</a><sup>e</sup><sub>f</sub><br>' +
  '<code>g</code><mark>h</mark><u>i</u><ruby>j<rt>k</rt></ruby></p><p>abcdefgh</p><p>“1—2”<strong>“甲”</strong> abcdefghijkl</p>' +
  '<h2>a</h2><h3>b</h3><h4>c</h4><p class="center">a</p><p class="right">b</p><hr>' +
  '<figure><img src="https://a.example/a.png" alt="" width="9" height="9"><figcaption>a</figcaption></figure>' +
  '<p><img src="https://a.example/a.png" alt=""></p>' +
  '<blockquote><p>a</p></blockquote><ul><li>a</li></ul><ol><li><p>a</p></li></ol><ol type="a"><li>a</li></ol>' +
  '<table><caption>a</caption><tbody><tr><th>a</th><td class="number">1</td><td class="indent-1">a</td><td class="indent-2">a</td>' +
  '<td class="indent-3">a</td><td class="indent-4">a</td>' +
  `<td>${'长'.repeat(60)}</td></tr></tbody></table><pre><code>a</code></pre>` +
  '<aside class="related"><h3>a</h3><p>a</p></aside><dl><dt>a</dt><dd>b</dd></dl>' +
  '<details open=""><summary>a</summary><p>b</p></details><p class="missing">a</p><p class="card">a</p>' +
  '<video src="https://a.example/a.mp4" controls="" preload="none"></video>' +
  '<math display="block"><mi>x</mi></math>';

const article: Omit<Article, 'html'> = {
  id: 'aaaaaaaaaaaa',
  title: '甲甲甲甲 乙乙乙乙',
  publishedAt: '2022-05-20T05:10:02Z',
  category: '甲/乙',
  source: '丁',
  isTitleMissing: true,
  originalTitle: '丙',
  sourceLine: '戊',
  reporter: '己',
  editor: '庚',
  link: 'https://a.example/',
  tags: ['辛'],
  excerpt: '',
  imageCount: 2,
  characterCount: 9,
  stocks: [{ code: 'sh600000', name: '壬' }],
  images: [],
  hasMissingVideo: true,
};

export const MODEL_FACTS: PageFacts = {
  article,
  site: {
    title: '藏报',
    description: '',
    footer: [{ text: '甲' }],
    licence: '乙',
    hasAbout: true,
    pinned: [],
    takenDown: {},
  },
  names: { 甲: '甲', '甲/乙': '乙' },
  previous: { id: 'aaaaaaaaaaab', title: '前' },
  next: { id: 'aaaaaaaaaaac', title: '后' },
};
