import { useQuery } from '@tanstack/react-query';
import type { Article } from '../../model/Article.ts';
import type { CopyPassage } from '../marking/ArticleNotes.tsx';
import { partQuery } from '../ui/partQuery.ts';

const articleNotesQuery = partQuery('article notes', () => import('../marking/ArticleNotes.tsx'));

/** The reader's notes in the article beside it. Where their script can't be had, the article is there all the same. */
export function NoteMarks({ article }: { article: Article }) {
  const { data } = useQuery(articleNotesQuery);
  const copyPassage: CopyPassage = async (what, ...rest) => {
    const part = await import('../export/copyPassage.ts').catch(() => undefined);
    return (await part?.copyPassage(what, article, ...rest)) ?? false;
  };
  return data ? <data.ArticleNotes articleId={article.id} copyPassage={copyPassage} /> : null;
}
