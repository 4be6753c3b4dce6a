/** A date as it is written, nothing about it checked. */
export interface DateParts {
  year: number;
  /** From 1. */
  month: number;
  day: number;
  /** Absent where no time is given. */
  hour?: number;
  minute?: number;
  second?: number;
  /** As written; empty where none is. */
  zone: string;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = String.raw`([a-z]{3})[a-z]*\.?`;
/** `2022-05-20`, `2022/5/20`, `2022.05.20`, `2022年5月20日`. */
const YEAR_FIRST = /^(?<y>\d{4}) ?[-/.年] ?(?<m>\d{1,2}) ?[-/.月] ?(?<d>\d{1,2}) ?日?/;
/** `20 May 2022`, as RFC 1123 has it. */
const DAY_FIRST = new RegExp(
  `^(?<d>\\d{1,2})(?:st|nd|rd|th)?[ -](?<m>${MONTH})[ -](?<y>\\d{4})`,
  'i',
);
/** `May 20, 2022`. */
const MONTH_FIRST = new RegExp(
  `^(?<m>${MONTH}) (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>\\d{4})`,
  'i',
);
/** `20220520`, `20220520131002`. */
const DIGITS = /^(?<y>(?:18|19|20)\d\d)(?<m>\d\d)(?<d>\d\d)(?=$|[T ]|\d{4}(?:\d\d)?$)/;
/** `05/20/2022`, `20.05.2022`: which is the day shows only where one of them is no month. */
const YEAR_LAST = /^(?<a>\d{1,2})[-/.](?<b>\d{1,2})[-/.](?<y>\d{4})/;
const FORMS = [YEAR_FIRST, DAY_FIRST, MONTH_FIRST, DIGITS, YEAR_LAST];

/** Weekdays tell nothing that the date doesn't. */
const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? |[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?,?/gi;
/** `Fri May 20 05:10:02 2022`, as C prints it, also with a zone before the year. */
const YEAR_BEHIND_TIME =
  /^([a-z]+ \d{1,2}) (\d{1,2}:\d{2}:\d{2})(?: ([A-Z]{1,5}|[+-]\d{4}))? (\d{4})$/i;
const HALF = '(?<half>上午|下午|凌晨|早上|中午|晚上)?';
const TIME = new RegExp(
  `^(?:T|,? at |, | )? ?${HALF} ?(?<h>\\d{1,2})` +
    '(?:[:时点] ?(?<i>\\d{1,2})|时|点)[:分]?(?<s>\\d{1,2})?秒?(?:[.,]\\d+)?' +
    '(?: ?(?<noon>[ap])\\.?m\\.?)?(?<zone>.*)$',
  'i',
);
const TIME_DIGITS = /^T?(?<h>\d\d)(?<i>\d\d)(?<s>\d\d)?(?<zone>.*)$/;

/** Reads year, month, day, time and zone of a date; undefined where the text is none. */
export function readDateParts(text: string): DateParts | undefined {
  const plain = text
    .replace(WEEKDAY, ' ')
    .replace(/ +/g, ' ')
    .trim()
    // RFC 9110, 5.6.7: what C prints is always GMT.
    .replace(
      YEAR_BEHIND_TIME,
      (_, day, time, zone, year) => `${day} ${year} ${time} ${zone ?? 'GMT'}`,
    );
  const match = FORMS.map((form) => form.exec(plain)).find((found) => found !== null);
  if (!match) return undefined;
  const { y, m = '', d, a, b } = match.groups as Record<string, string | undefined>;
  const [month, day] =
    a === undefined ? [readMonth(m), Number(d)] : orderMonth(Number(a), Number(b));
  const rest = plain.slice(match[0].length);
  const date = { year: Number(y), month: month ?? 0, day: day ?? 0 };
  // A zone without a time says nothing.
  if (/^ ?Z?$/.test(rest)) return { ...date, zone: '' };
  const time = (TIME.exec(rest) ?? TIME_DIGITS.exec(rest))?.groups;
  if (!time) return undefined;
  const hour = readHour(Number(time.h), time.half, time.noon);
  const second = Number(time.s ?? 0);
  return { ...date, hour, minute: Number(time.i ?? 0), second, zone: time.zone?.trim() ?? '' };
}

function readMonth(text: string): number {
  return /^\d/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

/** Gives month and day, none where either order is possible. */
function orderMonth(a: number, b: number): number[] {
  if (a === b || b > 12) return [a, b];
  return a > 12 ? [b, a] : [];
}

/** Gives the hour of 24. `13:10 PM` is as good as `1:10 PM`. */
function readHour(hour: number, half: string | undefined, noon: string | undefined): number {
  const isLate = /p/i.test(noon ?? '') || /下午|晚上/.test(half ?? '');
  const isEarly = /a/i.test(noon ?? '') || /上午|凌晨/.test(half ?? '');
  if (isLate && hour < 12) return hour + 12;
  return isEarly && hour === 12 ? 0 : hour;
}
