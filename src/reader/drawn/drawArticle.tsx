import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Article } from '../../model/Article.ts';
import { buildPageCatalogue, type PageFacts } from '../../model/PageFacts.ts';
import { ArticleFoot } from '../article/ArticleFoot.tsx';
import { ArticleHead } from '../article/ArticleHead.tsx';
import { createBookmarkStore } from '../bookmarks/createBookmarkStore.ts';
import { BookmarkContext } from '../bookmarks/useBookmarks.ts';
import { NeighbourLinks } from '../reading/NeighbourLinks.tsx';
import { SiteFooterLines } from '../site/SiteFooter.tsx';
import { CatalogueContext } from '../site/useSite.ts';
import { createKeyValueStore } from '../storage/KeyValueStore.ts';
import { DrawnFrame } from './DrawnFrame.tsx';
import { finishBody } from './finishBody.ts';

/** Tags behind which, and in place of which, something is put. Texts hold no tags: React writes `<` as a reference. */
const ARTICLE = '<article class="article">';
const BODY = '<div class="article-body"></div>';

/** Draws articles as the app does; what is the same around all articles of a category is drawn once. */
export class ArticleDrawer {
  private readonly frames = new Map<string, string[]>();
  private readonly bookmarks = createBookmarkStore(createKeyValueStore(undefined));

  /** Returns the HTML that stands in the page in place of the app. */
  draw(facts: PageFacts, html: string): string {
    const article: Article = { ...facts.article, html };
    const { category } = article;
    const frame = this.frames.get(category) ?? this.drawFrame(facts, article);
    this.frames.set(category, frame);
    const { previous, next } = facts;
    const [head = '', foot = ''] = this.render(
      facts,
      <>
        <ArticleHead article={article} />
        <div className="article-body" />
        <ArticleFoot article={article} />
        <NeighbourLinks
          neighbours={{
            previous: previous && { article: previous },
            next: next && { article: next },
          }}
          list={{ kind: 'category', path: category }}
          steps={undefined}
        />
      </>,
    ).split(BODY);
    const body = `<div class="article-body">${finishBody(html)}</div>`;
    return [frame[0], ARTICLE, head, body, foot, frame[1]].join('');
  }

  /** Returns what stands before and behind an article. */
  private drawFrame(facts: PageFacts, article: Article): string[] {
    const frame = (
      <DrawnFrame article={article}>
        <article className="article">
          <SiteFooterLines />
        </article>
      </DrawnFrame>
    );
    return this.render(facts, frame).split(ARTICLE);
  }

  private render(facts: PageFacts, content: ReactNode): string {
    return renderToStaticMarkup(
      <BookmarkContext value={this.bookmarks}>
        <CatalogueContext value={buildPageCatalogue(facts)}>{content}</CatalogueContext>
      </BookmarkContext>,
    );
  }
}
