import type { Article } from '../../model/Article.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { readingWords } from '../words/readingWords.ts';

type FootArticle = Pick<Article, 'stocks' | 'editor' | 'tags' | 'link'>;

/** What stands below the text: companies that the original site linked, tags, the editor, the way to the original. */
export function ArticleFoot({ article }: { article: FootArticle }) {
  const { stocks, editor, tags, link } = article;
  if (stocks.length === 0 && !editor && !tags && !link) return null;
  return (
    <footer className="article-foot">
      {stocks.length > 0 && (
        <div>
          <p className="text-faint text-xs">
            {readingWords.stocks} · {readingWords.stocksCaveat}
          </p>
          <ul aria-label={readingWords.stocks} className="mt-2 flex flex-wrap gap-2">
            {stocks.map((stock) => (
              <li key={stock.code} className="stock">
                {stock.name && `${stock.name} `}
                <span className="tabular-nums">{stock.code}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {tags && (
        <ul aria-label={readingWords.tags} className="tags">
          {tags.map((tag) => (
            <li key={tag}>
              <RouteLink to={{ name: 'tag', tag }}>
                <span className="stock">{tag}</span>
              </RouteLink>
            </li>
          ))}
        </ul>
      )}
      {editor && <p className="text-faint text-sm">{readingWords.editor(editor)}</p>}
      {link && <OriginalLinks link={link} />}
    </footer>
  );
}

/** The original, and where it can be looked up when it is gone. Nothing is asked for until the reader does. */
function OriginalLinks({ link }: { link: string }) {
  const outside = { target: '_blank', rel: 'noopener noreferrer', className: 'underline' };
  return (
    <p className="flex flex-wrap gap-4 text-faint text-sm">
      <a href={link} {...outside}>
        {readingWords.original}
      </a>
      <a href={`https://web.archive.org/web/*/${link}`} {...outside}>
        {readingWords.archivedOriginal}
      </a>
    </p>
  );
}
