import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Article } from '../../model/Article.ts';
import { buildPageCatalogue, type PageFacts } from '../../model/PageFacts.ts';
import { ArticleFoot } from '../article/ArticleFoot.tsx';
import { Breadcrumbs, HeadText } from '../article/ArticleHead.tsx';
import { createBookmarkStore } from '../bookmarks/createBookmarkStore.ts';
import { BookmarkContext } from '../bookmarks/useBookmarks.ts';
import { NeighbourLinks } from '../reading/NeighbourLinks.tsx';
import { SiteFooterLines } from '../site/SiteFooter.tsx';
import { CatalogueContext } from '../site/useSite.ts';
import { createKeyValueStore } from '../storage/KeyValueStore.ts';
import { DrawnFrame } from './DrawnFrame.tsx';
import { finishBody } from './finishBody.ts';

/** In its place stands what is each article's own. Texts hold no tags: React writes `<` as a reference. */
const OWN = '<hr class="own"/>';

/** Draws articles as the app does; what is the same around all articles of a category is drawn once. */
export class ArticleDrawer {
  private readonly frames = new Map<string, string[]>();
  private readonly bookmarks = createBookmarkStore(createKeyValueStore(undefined));

  /** Returns the HTML that stands in the page in place of the app. */
  draw(facts: PageFacts, html: string): string {
    const article: Article = { ...facts.article, html };
    const key = [article.category, ...(article.otherCategories ?? [])].join('\n');
    const frame = this.frames.get(key) ?? this.drawFrame(facts, article);
    this.frames.set(key, frame);
    const { previous, next } = facts;
    const [head = '', foot = ''] = this.render(
      facts,
      <>
        <HeadText article={article} />
        <hr className="own" />
        <ArticleFoot article={article} />
        <NeighbourLinks
          neighbours={{
            previous: previous && { article: previous },
            next: next && { article: next },
          }}
          list={{ kind: 'category', path: article.category }}
          steps={undefined}
        />
      </>,
    ).split(OWN);
    return frame[0] + head + frame[1] + finishBody(html) + frame[2] + foot + frame[3];
  }

  /** Returns what stands before, between and behind an article's own parts: head, text, foot. */
  private drawFrame(facts: PageFacts, article: Article): string[] {
    const own = <hr className="own" />;
    const frame = (
      <DrawnFrame article={article}>
        <article className="article">
          <header className="article-head">
            <Breadcrumbs article={article} />
            {own}
          </header>
          <div className="article-body">{own}</div>
          {own}
          <SiteFooterLines />
        </article>
      </DrawnFrame>
    );
    return this.render(facts, frame).split(OWN);
  }

  private render(facts: PageFacts, content: ReactNode): string {
    return renderToStaticMarkup(
      <BookmarkContext value={this.bookmarks}>
        <CatalogueContext value={buildPageCatalogue(facts)}>{content}</CatalogueContext>
      </BookmarkContext>,
    );
  }
}
