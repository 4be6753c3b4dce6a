import { Fragment } from 'react';
import { splitAtBreaks } from './findBreaks.ts';

/** A blank between two Chinese clauses; the blanks of Latin text are another thing. */
const CLAUSE_BREAK = /(?<=[\p{Script=Han}！？”》】\d%]) (?=[\p{Script=Han}“《【\d])/u;
/** Clauses shorter than this, in characters, don't stand on a line of their own. */
const SHORTEST = 4;

/**
 * The words of a title, broken between its clauses where a line has to break, else between words. Chinese headlines
 * part their clauses by a blank; balanced lines alone would break within a word right beside it.
 */
export function TitleText({ text }: { text: string }) {
  const clauses = splitClauses(text);
  if (clauses.length === 1) return <Words text={text} />;
  return clauses.map((clause, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two clauses may be alike, and a title's never change places
    <Fragment key={index}>
      {index > 0 && ' '}
      <span className="inline-block max-w-full">
        <Words text={clause} />
      </span>
    </Fragment>
  ));
}

/** The words of a clause, between which it may break. */
function Words({ text }: { text: string }) {
  return splitAtBreaks(text).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

/** A few characters are no clause: `10 个` stays together. */
function splitClauses(text: string): string[] {
  const clauses: string[] = [];
  for (const part of text.split(CLAUSE_BREAK)) {
    const last = clauses.at(-1);
    if (last !== undefined && Math.min(last.length, part.length) < SHORTEST)
      clauses[clauses.length - 1] = `${last} ${part}`;
    else clauses.push(part);
  }
  return clauses;
}
