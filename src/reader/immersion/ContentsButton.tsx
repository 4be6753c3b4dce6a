import TableOfContents from 'lucide-react/icons/table-of-contents';
import type { Article } from '../../model/Article.ts';
import { SheetButton } from '../ui/DeferredSheet.tsx';
import { readingWords } from '../words/readingWords.ts';

const loadContents = async () => (await import('./ContentsList.tsx')).ContentsList;

/** Fewer headings, or fewer characters, are looked through without a list. */
const LEAST_HEADINGS = 3;
const LEAST_CHARACTERS = 1200;

/** Whether an article is long and divided enough to have a contents list. */
export function hasContents({ html, characterCount }: Article): boolean {
  const count = html.match(/<h[234]\b/g)?.length ?? 0;
  return characterCount >= LEAST_CHARACTERS && count >= LEAST_HEADINGS;
}

/** The button 目录 and the list that it opens. */
export function ContentsButton() {
  return (
    <SheetButton
      title={readingWords.immersion.contents}
      aria-label={readingWords.immersion.contents}
      className="bar-button"
      load={loadContents}
      content={(onClose) => ({ onClose })}
    >
      <TableOfContents size={18} strokeWidth={1.6} aria-hidden="true" />
    </SheetButton>
  );
}
