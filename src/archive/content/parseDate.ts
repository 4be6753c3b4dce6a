import { BEIJING_OFFSET } from '../../model/beijingTime.ts';

/** Years that an archive of web pages can hold. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const TIME = String.raw`(?:[T\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?`;
const ZONE = String.raw`\s*(GMT|UTC?|Z|[+-]\d{2}:?\d{2})?`;
/** `2022-05-20T05:10:02Z`, `2022-05-20 13:10:02`, `2022年5月20日`. */
const NUMERIC = new RegExp(`^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?${TIME}${ZONE}$`, 'i');
/** RFC 1123, section 5.2.14: `Fri, 20 May 2022 05:10:02 GMT`. */
const NAMED = new RegExp(
  `^(?:[a-z]{3,9},?\\s+)?(\\d{1,2})[\\s-]([a-z]{3})[a-z]*[\\s-](\\d{4})${TIME}${ZONE}$`,
  'i',
);

/**
 * Parses the dates that occur in front matter and gives UTC to the second (`2022-05-20T05:10:02Z`), or undefined.
 * A time without a zone is Beijing's, as the archive's sources print it, whatever zone this machine is in.
 */
export function parseDate(text: string): string | undefined {
  const trimmed = text.trim();
  const numeric = NUMERIC.exec(trimmed);
  const named = numeric ? null : NAMED.exec(trimmed);
  const match = numeric ?? named;
  if (!match) return undefined;
  const [year, month, day] = numeric
    ? [Number(match[1]), Number(match[2]), Number(match[3])]
    : [Number(match[3]), MONTHS.indexOf((match[2] ?? '').toLowerCase()) + 1, Number(match[1])];
  const [hour, minute, second] = [match[4], match[5], match[6]].map((part) =>
    Number(part ?? 0),
  ) as [number, number, number];
  // `Date` takes the 31st of February for the 3rd of March; here it is no date.
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const isDay = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  if (!isDay || year < FIRST_YEAR || year > LAST_YEAR || hour > 23 || minute > 59 || second > 59) {
    return undefined;
  }
  const time = Date.UTC(year, month - 1, day, hour, minute - readOffset(match[7]), second);
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** Gives a zone's distance from UTC in minutes. */
function readOffset(zone: string | undefined): number {
  if (zone === undefined) return BEIJING_OFFSET;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}
