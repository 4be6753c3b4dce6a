import ChevronRight from 'lucide-react/icons/chevron-right';
import { Fragment } from 'react';
import type { Article } from '../../model/Article.ts';
import { countBeijingDay, formatBeijingDay } from '../../model/beijingTime.ts';
import { RouteLink } from '../routing/RouteLink.tsx';
import { useArrivalFocus } from '../routing/useArrivalFocus.ts';
import { useCategoryNames } from '../site/useSite.ts';
import { TitleText } from '../typography/TitleText.tsx';
import { formatCount, formatReadingTime } from '../ui/formatCount.ts';
import { formatDate, formatShortDay } from '../ui/formatDate.ts';
import { words } from '../words/words.ts';

/** What the head shows. A summary or a bookmark has a part of it, which is shown before the article comes. */
export type HeadArticle = Pick<Article, 'id' | 'title' | 'category' | 'source'> & Partial<Article>;

interface ArticleHeadProps {
  article: HeadArticle;
  /** When it was noticed that the text is another one than the reader knows. */
  updatedAt?: string | undefined;
}

/** The head of an article: where it belongs, its title, and what is known of its origin. */
export function ArticleHead(props: ArticleHeadProps) {
  return (
    <header className="article-head">
      <Breadcrumbs article={props.article} />
      <HeadText {...props} />
    </header>
  );
}

/** The ways to the categories that an article stands in. */
export function Breadcrumbs({
  article,
}: {
  article: Pick<HeadArticle, 'category' | 'otherCategories'>;
}) {
  const paths = [article.category, ...(article.otherCategories ?? [])];
  return paths.map((path) => <Breadcrumb key={path} path={path} />);
}

/** What a head says of the article itself. */
export function HeadText({ article, updatedAt }: ArticleHeadProps) {
  const heading = useArrivalFocus();
  const date = formatDate(article);
  const { publishedAt, isDayOnly } = article;
  const moment = isDayOnly ? formatBeijingDay(publishedAt) : publishedAt;

  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="article-title">
        <TitleText text={article.title} />
      </h1>
      {article.isTitleMissing && <p className="head-note">{words.titleMissing}</p>}
      {article.originalTitle && (
        <p className="head-note">{words.originalTitle(article.originalTitle)}</p>
      )}
      <div className="article-facts">
        {article.source !== '' && <span>{article.source}</span>}
        {article.sourceLine && <span>{words.source(article.sourceLine)}</span>}
        {article.reporter && <span>{words.reporter(article.reporter)}</span>}
        {date ? <time dateTime={moment}>{date}</time> : <span>{words.undated}</span>}
        {isUpdatedLater(article) && (
          <time dateTime={article.updatedAt}>
            {words.updatedOn(formatShortDay(article.updatedAt) ?? '')}
          </time>
        )}
        {article.characterCount !== undefined && (
          <span>
            {words.characters(formatCount(article.characterCount))} ·{' '}
            {formatReadingTime(article.characterCount)}
          </span>
        )}
        {updatedAt && (
          <strong role="status">{words.contentUpdated(formatShortDay(updatedAt) ?? '')}</strong>
        )}
      </div>
      {article.hasMissingVideo && <p className="video-note">{words.missingVideo}</p>}
    </>
  );
}

/** Whether it was changed on another day than it was published. */
function isUpdatedLater({ publishedAt, updatedAt }: HeadArticle): boolean {
  if (updatedAt === undefined) return false;
  return publishedAt === undefined || countBeijingDay(updatedAt) > countBeijingDay(publishedAt);
}

/** The categories above an article, each a link. */
function Breadcrumb({ path }: { path: string }) {
  const names = path === '' ? [] : path.split('/');
  const shown = useCategoryNames()(path);
  return (
    <nav aria-label={words.breadcrumb} className="breadcrumb">
      {names.map((_, index) => {
        const category = names.slice(0, index + 1).join('/');
        return (
          <Fragment key={category}>
            {index > 0 && <ChevronRight size={12} strokeWidth={1.6} aria-hidden="true" />}
            <RouteLink to={{ name: 'list', category }}>{shown[index]}</RouteLink>
          </Fragment>
        );
      })}
    </nav>
  );
}
