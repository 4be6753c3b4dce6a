import type { Message } from '../command/Message.ts';
import type { Problem } from '../content/Problem.ts';
import { DROP_RULES, type Dropped, type DropRule } from '../html/Dropped.ts';
import { countCharacters } from './summarize.ts';

/** Characters of a piece that the report shows, and pieces of one rule. */
const SHOWN = 24;
const PIECES = 3;

/**
 * Says in words what rules left out of an article, one note for each rule, and which rules were not believed since
 * they would have left out too much.
 */
export function reportDropped(
  path: string,
  dropped: readonly Dropped[],
  distrusted: readonly DropRule[],
): Problem[] {
  const rules = [...new Set(dropped.map(({ rule }) => rule))];
  const notes = rules.map((rule): Problem => {
    const own = dropped.filter((each) => each.rule === rule);
    return { kind: 'dropped', path, outcome: 'dropped', reason: describe(rule, own) };
  });
  const doubts = distrusted.map((rule): Problem => {
    const reason = {
      zh: `按“${DROP_RULES[rule].zh}”会删去太多：一点没删`,
      en: `“${DROP_RULES[rule].en}” would have left out too much: nothing of it was left out`,
    };
    return { kind: 'distrusted', path, outcome: 'noticed', reason };
  });
  return [...notes, ...doubts];
}

/**
 * What these rules leave out was not seen in the original, or is in the article all the same: in its head or foot, or
 * in another form.
 */
const NOT_LOST: ReadonlySet<DropRule> = new Set([
  'hidden',
  'without-script',
  'substitute',
  'credit',
  'title',
  'repeated',
  'line-numbers',
  'formula',
]);
/** So much of the text may be left out without a word. */
const SMALL_SHARE = 0.1;

/**
 * Tells where rules left out more than a tenth of the text that a reader of the original saw. `kept`: characters of
 * the article's text.
 */
export function reportLost(path: string, dropped: readonly Dropped[], kept: number): Problem[] {
  const lost = dropped
    .filter(({ rule }) => !NOT_LOST.has(rule))
    .reduce((sum, { text }) => sum + countCharacters(text), 0);
  const all = lost + kept;
  if (lost <= all * SMALL_SHARE) return [];
  const share = Math.round((lost / all) * 1000) / 1000;
  const percent = Math.round(share * 100);
  const reason = {
    zh: `按规则删去了 ${all} 个字里的 ${lost} 个（${percent}%）`,
    en: `rules left out ${lost} of ${all} characters (${percent} %)`,
  };
  return [{ kind: 'lost', path, outcome: 'noticed', reason, share }];
}

/** Says in words which films, sounds and frames an article only has a note of. */
export function reportMissing(path: string, missing: readonly string[]): Problem[] {
  return missing.map((address) => {
    const shown = address.slice(0, 80);
    const reason = {
      zh: `媒体“${shown}”拿不到：那里留了一句说明`,
      en: `media “${shown}” can’t be had: a note stands in its place`,
    };
    return { kind: 'media', path, outcome: 'repaired', reason };
  });
}

function describe(rule: DropRule, own: readonly Dropped[]): Message {
  const characters = own.reduce((sum, { text }) => sum + countCharacters(text), 0);
  const pictures = own.reduce((sum, each) => sum + each.pictures, 0);
  const amounts = (text: string, picture: string, and: string) =>
    [
      ...(characters > 0 ? [`${characters} ${text}`] : []),
      ...(pictures > 0 ? [`${pictures} ${picture}`] : []),
    ].join(and);
  const words = own.filter(({ text }) => text !== '').map(({ text }) => `“${shorten(text)}”`);
  const shown = [...words.slice(0, PIECES), ...(words.length > PIECES ? ['…'] : [])];
  const [zh, en] = [shown.join('、'), shown.join(', ')];
  return {
    zh: `${DROP_RULES[rule].zh}：删去 ${amounts('个字', '张图片', '、')}${zh && `：${zh}`}`,
    en: `${DROP_RULES[rule].en}: ${amounts('characters', 'pictures', ' and ')} left out${en && `: ${en}`}`,
  };
}

/** Returns the first words of a text. */
function shorten(text: string): string {
  const characters = [...text.slice(0, 4 * SHOWN).replace(/\s+/g, ' ')];
  return characters.length > SHOWN
    ? `${characters.slice(0, SHOWN - 1).join('')}…`
    : characters.join('');
}
