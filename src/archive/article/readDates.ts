import type { Message } from '../command/Message.ts';
import type { FrontMatter } from '../content/FrontMatter.ts';
import type { Problem } from '../content/Problem.ts';
import { type ParsedDate, parseDate } from '../content/parseDate.ts';

/** What a date's key is called, in the order in which they are believed. */
const PUBLISHED = [
  'date',
  'published',
  'publishdate',
  'pubdate',
  'published_at',
  'created',
  'time',
];
const UPDATED = 'updated lastmod modified updated_at last_modified_at'.split(' ');
/** Longer ones are cut in the report. */
const SHOWN = 40;

/** Tells of something on the line of a key. */
export type Noter = (
  problem: Pick<Problem, 'kind' | 'reason'> & Partial<Problem>,
  key: string,
) => void;

/** Returns when an article was published, or undefined; `note` hears of what is no date, and of guesses. */
export function readPublished(fields: FrontMatter, note: Noter): ParsedDate | undefined {
  const wrong: Message[] = [];
  for (const key of PUBLISHED) {
    const text = readScalar(fields[key]);
    // Hexo's `published: true` is no date and no mistake.
    if (text === '' || /^(?:true|false)$/i.test(text)) continue;
    const date = parseDate(text);
    if (date) {
      const [first] = wrong;
      const given = text.slice(0, SHOWN);
      const instead = first && {
        zh: `${first.zh}：改用 ${key}“${given}”`,
        en: `${first.en}: ${key} “${given}” stands in for it`,
      };
      const { guess } = date;
      const reason =
        instead ??
        (guess && { zh: `日期“${given}”：${guess.zh}`, en: `date “${given}”: ${guess.en}` });
      if (reason) note({ kind: 'unclear-date', reason, outcome: 'noticed' }, key);
      return date;
    }
    wrong.push(describeWrong(key, text));
  }
  note({ kind: 'no-date', reason: wrong[0] ?? { zh: '没有日期', en: 'has no date' } }, 'date');
  return undefined;
}

/** Returns when an article was changed last, UTC, or undefined; `note` hears of what is no date. */
export function readUpdated(fields: FrontMatter, note: Noter): string | undefined {
  for (const key of UPDATED) {
    const text = readScalar(fields[key]);
    if (text === '') continue;
    const date = parseDate(text);
    if (date) return date.utc;
    const { zh, en } = describeWrong(key, text);
    note({ kind: 'unclear-date', reason: { zh: `${zh}：未采用`, en: `${en}: left out` } }, key);
  }
  return undefined;
}

function describeWrong(key: string, text: string): Message {
  const given = text.slice(0, SHOWN);
  return { zh: `${key}“${given}”不是日期`, en: `${key} “${given}” is no date` };
}

function readScalar(field: FrontMatter[string] | undefined): string {
  return typeof field === 'string' ? field.trim() : '';
}
