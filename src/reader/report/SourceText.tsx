import { useLayoutEffect, useMemo, useRef } from 'react';
import type { DroppedPassage } from '../../model/ReportPage.ts';
import { reportWords } from '../words/reportWords.ts';
import { splitSource } from './splitSource.ts';

interface SourceTextProps {
  source: string;
  dropped: readonly DroppedPassage[];
  /** Numbers of the lines that the report names, from 1. */
  lines: readonly number[];
}

/** The text of a content file as it stands there, with what the report names marked; begins at the first mark. */
export function SourceText({ source, dropped, lines }: SourceTextProps) {
  const box = useRef<HTMLDivElement>(null);
  const parts = useMemo(() => splitSource(source, dropped), [source, dropped]);

  useLayoutEffect(() => {
    const mark = box.current?.querySelector<HTMLElement>('.is-named, del');
    if (!box.current || !mark) return;
    const top = mark.getBoundingClientRect().top - box.current.getBoundingClientRect().top;
    box.current.scrollTop += top - box.current.clientHeight / 3;
  }, []);

  return (
    <section
      ref={box}
      className="report-source"
      aria-label={reportWords.source}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
      tabIndex={0}
      data-scrolls
    >
      {parts.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing but their number
        <div key={index} className={lines.includes(index + 1) ? 'is-named' : undefined}>
          <code>
            {line.map(({ text, rule }, at) =>
              rule === undefined ? (
                text
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
                <del key={at} data-rule={rule}>
                  {text}
                </del>
              ),
            )}
          </code>
        </div>
      ))}
    </section>
  );
}
