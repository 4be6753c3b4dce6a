/** Beijing days since 1970, both included; open where one is absent. */
export interface DayRange {
  first?: number;
  last?: number;
}

const DAY = 86_400_000;
/** `2022`, `2022-5`, `2022/05/20`, `2022.5`, `2022年5月20日`. */
const DATE = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月?)|年?)$/;
const BETWEEN = /^(.*?)(?:\.\.+|~|至|到|—+|--)(.*)$/;

/**
 * Parses the days that `日期:` names: a year, a month, a day, or from one to another (`2022-03..2022-05`, an end may
 * be open). Gives undefined where the text is none of these.
 */
export function parseDays(text: string): DayRange | undefined {
  const whole = parseDate(text);
  if (whole) return whole;
  const [, from = '', to = ''] = BETWEEN.exec(text) ?? [];
  if (from === '' && to === '') return undefined;
  const [first, last] = [parseDate(from), parseDate(to)];
  if ((from !== '' && !first) || (to !== '' && !last)) return undefined;
  const range = { ...(first && { first: first.first }), ...(last && { last: last.last }) };
  return range as DayRange;
}

/** Gives the days of a year, a month or a day. */
function parseDate(text: string): Required<DayRange> | undefined {
  const [match, year, month, day] = DATE.exec(text) ?? [];
  if (match === undefined) return undefined;
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  const first = new Date(Date.UTC(y, m - 1, d));
  if (first.getUTCMonth() !== m - 1 || first.getUTCDate() !== d) return undefined;
  const next = day ? Date.UTC(y, m - 1, d + 1) : month ? Date.UTC(y, m, 1) : Date.UTC(y + 1, 0, 1);
  return { first: first.getTime() / DAY, last: next / DAY - 1 };
}
