import { words } from '../ui/words.ts';

/** The reading pane before an article is chosen. */
export function EmptyPane() {
  return (
    <div className="reading-pane grid place-items-center px-6">
      <div className="flex flex-col items-center gap-5 text-faint">
        <span
          aria-hidden="true"
          className="grid size-16 place-items-center rounded-lg border border-line font-serif text-4xl text-line"
        >
          藏
        </span>
        <p className="text-sm">{words.chooseArticle}</p>
      </div>
    </div>
  );
}
