import { words } from '../words/words.ts';

/** The shape of a head that is on its way. */
export function HeadSkeleton() {
  return (
    <div className="article-head">
      {/* Every page has a heading, this one until its own is known. */}
      <h1 className="sr-only">{words.loading}</h1>
      <div className="bone h-3 w-44" />
      <div className="bone mt-5 h-7 w-full" />
      <div className="bone mt-3 h-7 w-2/3" />
      <div className="bone mt-6 h-3 w-64" />
    </div>
  );
}

/** The shape of paragraphs that are on their way. */
export function BodySkeleton() {
  return (
    <div className="pt-2">
      <p className="sr-only">{words.loading}</p>
      {[3, 4, 2, 4].map((lines, paragraph) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes that never move
        <div key={paragraph} className="mb-8 flex flex-col gap-5" aria-hidden="true">
          {Array.from({ length: lines }, (_, line) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: shapes that never move
              key={line}
              className={`bone h-4 ${line === 0 ? 'ml-9' : line === lines - 1 ? 'w-3/5' : ''}`}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
