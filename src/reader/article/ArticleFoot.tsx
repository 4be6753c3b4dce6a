import type { Article } from '../../model/Article.ts';
import { readingWords } from '../ui/readingWords.ts';

/** What stands below the text: companies that the original site linked, and the editor. */
export function ArticleFoot({ article }: { article: Pick<Article, 'stocks' | 'editor'> }) {
  if (article.stocks.length === 0 && !article.editor) return null;
  return (
    <footer className="article-foot">
      {article.stocks.length > 0 && (
        <div>
          <p className="text-faint text-xs">
            {readingWords.stocks} · {readingWords.stocksCaveat}
          </p>
          <ul aria-label={readingWords.stocks} className="mt-2 flex flex-wrap gap-2">
            {article.stocks.map((stock) => (
              <li key={stock.code} className="stock">
                {stock.name && `${stock.name} `}
                <span className="tabular-nums">{stock.code}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {article.editor && (
        <p className="text-faint text-sm">{readingWords.editor(article.editor)}</p>
      )}
    </footer>
  );
}
