import type { DroppedPassage } from '../../model/ReportPage.ts';

/** A part of a line; `rule` says why it was left out. */
export interface SourcePart {
  text: string;
  rule?: string;
}

/** Splits a text into its lines, and these where a passage that was left out begins or ends. */
export function splitSource(source: string, dropped: readonly DroppedPassage[]): SourcePart[][] {
  let start = 0;
  let next = 0;
  return source.split('\n').map((line) => {
    const end = start + line.length;
    const parts: SourcePart[] = [];
    let at = start;
    const add = (to: number, rule?: string) => {
      const text = source.slice(at, Math.min(to, end));
      if (text !== '') parts.push({ text, ...(rule === undefined ? {} : { rule }) });
      at = Math.max(at, Math.min(to, end));
    };
    for (; next < dropped.length; next++) {
      const passage = dropped[next] as DroppedPassage;
      if (passage.start > end) break;
      add(passage.start);
      add(passage.end, passage.rule);
      // The rest of it is in the next line.
      if (passage.end > end) break;
    }
    add(end);
    start = end + 1;
    return parts;
  });
}
