import { shiftToBeijing } from '../../model/beijingTime.ts';

/** What is known of when an article was published. */
export interface Dated {
  publishedAt?: string;
  isDayOnly?: true;
}

/**
 * Returns `2022年5月20日 13:10` in Beijing time, the day alone where no more is known; undefined where there is no
 * date.
 */
export function formatDate({ publishedAt, isDayOnly }: Dated): string | undefined {
  const day = formatShortDay(publishedAt);
  return day && !isDayOnly ? `${day} ${formatClock(publishedAt)}` : day;
}

/** Returns the Beijing day with its weekday, `2022年5月20日 星期五`. */
export function formatDay(utc: string | undefined): string | undefined {
  const time = shiftToBeijing(utc);
  return time && `${formatShortDay(utc)} 星期${'日一二三四五六'[time.getUTCDay()]}`;
}

/** Returns the Beijing day alone, `2022年5月20日`. */
export function formatShortDay(utc: string | undefined): string | undefined {
  const time = shiftToBeijing(utc);
  return time && `${time.getUTCFullYear()}年${time.getUTCMonth() + 1}月${time.getUTCDate()}日`;
}

/** Returns the Beijing time of day, `13:10`. */
export function formatClock(utc: string | undefined): string | undefined {
  return shiftToBeijing(utc)?.toISOString().slice(11, 16);
}

/** Returns `2022年5月` for a month as the catalogue writes it, `2022-05`. */
export function formatMonth(month: string): string {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
}
