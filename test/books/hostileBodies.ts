/** Bodies that are hard to put into XHTML: each is HTML that the sanitizer lets through in some form. */
export const hostileBodies: readonly string[] = [
  // Blocks among words.
  '<span lang="ja">甲<p>乙</p><ul><li>丙</li></ul>丁</span><strong><table><tr><td>戊</td></tr></table></strong>',
  '<p>甲<a href="https://a.example/"><p>块</p></a></p><a href="https://a.example/x y|z[1]^%zz#a#b">链<b>接</b></a>',
  '<pre>甲<p>乙</p><img src="https://a.example/1.png"></pre><h2>题<h3>内</h3></h2><sup><p>块</p></sup>',
  '<a href="https://a.example/"><span><a href="https://b.example/">内</a></span></a><mark><blockquote>引</blockquote></mark>',
  // Parts without their whole, wholes without their parts.
  '<li>甲</li><ul>乙<li>丙</li><p>丁</p></ul><ol start="x" type="q" reversed><li value="3">a</li><li value="z">b</li></ol><ul></ul><ol> </ol>',
  '<dl><dd>只有解释</dd></dl><dl><dt>只有词</dt></dl><dl>散<dt><h2>词</h2></dt>散<dd>解</dd></dl><dl></dl><dt>离</dt><dd>群</dd>',
  '<figure><img src="https://a.example/2.png" alt="a&quot;<b>"><figcaption>一</figcaption><p>中</p><figcaption>二</figcaption></figure><figcaption>散</figcaption><figure></figure>',
  '<details><p>没有概要</p></details><details open><p>前</p><summary>概<p>块</p></summary><summary>二</summary></details><summary>散</summary>',
  '<ruby>漢<rt>かん</rt>字<rp>(</rp><rt>じ</rt><rp>)</rp>尾</ruby><ruby><rt>独</rt></ruby><ruby>无</ruby><rt>散</rt><ruby></ruby>',
  // Tables.
  '<table><caption>题<table><tr><td>内</td></tr></table></caption><tbody><tr><td>1</td></tr></tbody><thead><tr><th scope="col"><h2>头</h2></th></tr></thead><thead><tr><th scope="bad">二</th></tr></thead><tfoot><tr><td>脚</td></tr></tfoot></table>',
  '<table><tr><td colspan="0" rowspan="-1">a</td><td colspan="9999999" rowspan="x">b</td></tr><tr></tr></table><table></table><table><caption>空</caption></table><table>散文<tr><td><h3>格内题</h3><table><tr><th>嵌</th></tr></table></td></tr></table>',
  // Formulas: whole, and with parts missing or strange.
  '<p>式 <math display="block" alttext="x^2"><mfrac linethickness="1px"><mi mathvariant="normal">a</mi><mrow><mo stretchy="false">(</mo><mn>2</mn><msup><mi>x</mi><mn>2</mn></msup><mo>)</mo></mrow></mfrac></math> 后</p>',
  '<math alttext="a/"><mfrac><mi>a</mi></mfrac></math><math><msub><mi>a</mi></msub></math><math>散文</math><math></math><math><mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable></math><math><mtable><mi>b</mi></mtable></math>',
  '<math><mpadded width="+1em" height="1px" depth="0" lspace="1em" voffset="2px"><mi>a</mi></mpadded><menclose notation="box"><mn>1</mn></menclose><mspace width="1em" height="0" depth="0"></mspace><mmultiscripts><mi>a</mi><mi>b</mi><mi>c</mi><mprescripts></mprescripts><mi>d</mi><mi>e</mi></mmultiscripts><mphantom><mi>p</mi></mphantom><merror><mtext>错</mtext></merror><mstyle displaystyle="true" scriptlevel="1"><munderover accent="true" accentunder="false"><mo form="prefix" fence="true" separator="false" symmetric="true" largeop="true" movablelimits="true" lspace="1em" rspace="1em" minsize="1em" maxsize="2em" accent="false">∑</mo><mn>1</mn><mi>n</mi></munderover></mstyle><ms>s</ms><mroot><mi>a</mi><mn>3</mn></mroot><msqrt><mi>a</mi></msqrt></math>',
  // Notes: twice the same place, links to nowhere and to other articles.
  '<p id="x">甲<sup><a id="note-1" href="#note-2">1</a></sup><a id="note-1" href="#note-9">坏</a></p><ol><li><a id="note-2"></a>注<a href="#note-1">↩</a></li></ol><p><a href="a/aaaaaaaaaaaa">内</a><a href="a/zzzzzzzzzzzz">外</a><a href="javascript:x">坏</a><a href="//h/x">无</a></p>',
  // Characters, languages, directions, classes, films, pictures that can't be had.
  '<p lang="x_y" dir="sideways">\u0001\u000b\ufffe\ud800甲&nbsp;&amp;amp; 𠮷 ]]&gt; <!-- -- --></p><p lang="en-US" dir="rtl" class="center evil right">b</p><p lang="">c</p>',
  '<video src="https://v.example/a.mp4?x=1&y=2" poster="https://v.example/a.jpg"></video><p>内<audio src="https://v.example/a.mp3"></audio></p><video src="x"></video>',
  '<figure><img src="https://a.example/lost.png" alt="没有的图"><figcaption>图注</figcaption></figure><p>行<img src="https://a.example/lost.png">内</p><img src="https://a.example/3.png" width="0" height="abc"><img src="https://a.example/3.png" width="30" height="20"><img>',
  `<p>${'https://long.example/'.repeat(9)}</p><pre><code>a &lt; b\n\n  c</code></pre><p>二〇二六年12月31日,第05条 3.14 2026 007</p><hr><br>散文<del><p>删</p></del><u>划</u>`,
  '<aside class="related"><p>相关</p></aside><blockquote>引<p>文</p></blockquote><p class="missing">缺</p><p class="card"><a href="https://c.example/">卡</a></p>',
  '',
  '只有文字 & <',
];
