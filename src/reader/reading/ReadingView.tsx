import type { Article } from '../../model/Article.ts';
import { ArticleText } from '../article/ArticleBody.tsx';
import { FoundMarks } from './FoundMarks.tsx';
import { NoteMarks } from './NoteMarks.tsx';
import { PassageMark } from './PassageMark.tsx';
import { SelectionTools } from './SelectionTools.tsx';

// All that needs the text of an article, in one part: the first list does without it.
export { AboutBody, ArticleBody, ArticleText } from '../article/ArticleBody.tsx';
export { ReadingProgress } from '../article/ReadingProgress.tsx';
export { TakeButton } from '../export/TakeButton.tsx';
export { BarTools } from '../immersion/BarTools.tsx';
export { SaveStatus, SaveTrouble } from '../offline/SaveStatus.tsx';
export { LaterButton } from '../shelf/LaterButton.tsx';
export { TagButton } from '../shelf/TagButton.tsx';
export { ListenButton } from './ListenButton.tsx';
export { ListenTools } from './ListenTools.tsx';
export { SwipeTurns } from './SwipeTurns.tsx';

interface ReadingViewProps {
  article: Article;
  /** What was searched for, to be marked in the text. */
  found: string | null;
}

/** The text of an article, with what is marked in it and what its selected words offer. */
export function ReadingView({ article, found }: ReadingViewProps) {
  return (
    <>
      <ArticleText article={article} />
      {found && <FoundMarks key={found} text={found} />}
      <PassageMark />
      <NoteMarks article={article} />
      <SelectionTools article={article} />
    </>
  );
}
