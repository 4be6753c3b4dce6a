/** Parts of a moment as a clock in Beijing shows them. */
interface BeijingTime {
  year: number;
  month: number;
  day: number;
  weekday: number;
  clock: string;
}

/** Gives `2022年5月20日 13:10` in Beijing time for a UTC date; `undefined` when it is none. */
export function formatDate(utc: string | undefined): string | undefined {
  const time = readBeijingTime(utc);
  return time && `${buildDayText(time)} ${time.clock}`;
}

/** Gives the Beijing day with its weekday, `2022年5月20日 星期五`. */
export function formatDay(utc: string | undefined): string | undefined {
  const time = readBeijingTime(utc);
  return time && `${buildDayText(time)} 星期${'日一二三四五六'[time.weekday]}`;
}

/** Gives the Beijing day alone, `2022年5月20日`. */
export function formatShortDay(utc: string | undefined): string | undefined {
  const time = readBeijingTime(utc);
  return time && buildDayText(time);
}

/** Gives the Beijing time of day, `13:10`. */
export function formatClock(utc: string | undefined): string | undefined {
  return readBeijingTime(utc)?.clock;
}

/** Gives `2022年5月` for a month as the catalogue writes it, `2022-05`. */
export function formatMonth(month: string): string {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
}

const EIGHT_HOURS = 8 * 60 * 60 * 1000;

/**
 * China has kept one time zone without summer time since 1991, older than any archive of web pages, so eight hours
 * are exact.
 */
function readBeijingTime(utc: string | undefined): BeijingTime | undefined {
  const time = utc === undefined ? Number.NaN : Date.parse(utc);
  if (Number.isNaN(time)) return undefined;
  const date = new Date(time + EIGHT_HOURS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    clock: `${padTwo(date.getUTCHours())}:${padTwo(date.getUTCMinutes())}`,
  };
}

function buildDayText(time: BeijingTime): string {
  return `${time.year}年${time.month}月${time.day}日`;
}

function padTwo(value: number): string {
  return String(value).padStart(2, '0');
}
