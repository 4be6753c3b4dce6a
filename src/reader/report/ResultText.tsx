import type { MouseEvent } from 'react';
import type { Article } from '../../model/Article.ts';
import { AboutBody } from '../article/ArticleBody.tsx';
import { ArticleFoot } from '../article/ArticleFoot.tsx';
import { ArticleHead } from '../article/ArticleHead.tsx';
import { buildHref } from '../routing/routes.ts';
import { reportWords } from '../words/reportWords.ts';

/** The article as readers see it. No reading position is remembered, and links open beside the report. */
export function ResultText({ article }: { article: Article }) {
  return (
    <section
      className="report-result"
      aria-label={reportWords.result}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
      tabIndex={0}
      data-scrolls
      onClickCapture={openBeside}
    >
      <article className="article">
        <p className="report-open">
          <a href={buildHref({ name: 'article', id: article.id })}>{reportWords.openArticle}</a>
        </p>
        <ArticleHead article={article} />
        <AboutBody html={article.html} />
        <ArticleFoot article={article} />
      </article>
    </section>
  );
}

function openBeside(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
  // Notes lead there and back within the text.
  if (!link || link.getAttribute('href')?.startsWith('#')) return;
  event.preventDefault();
  window.open(link.href, '_blank', 'noopener');
}
