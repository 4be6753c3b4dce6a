import type { Message } from '../command/Message.ts';
import { readDateParts } from './readDateParts.ts';
import { readZone } from './readZone.ts';

/** Years that an archive of printed and web pages can hold. */
const FIRST_YEAR = 1800;
const LAST_YEAR = 2100;

/** A date as a file gives it. */
export interface ParsedDate {
  /** UTC to the second, `2022-05-20T05:10:02Z`; the beginning of the Beijing day where no time is given. */
  utc: string;
  /** Only the day is known. */
  isDayOnly?: true;
  /** What had to be guessed, in words. */
  guess?: Message;
}

/**
 * Parses the forms of dates that occur in files; undefined where the text is none.
 * A time without a zone is Beijing's, as the archive's sources print it, whatever zone this machine is in.
 */
export function parseDate(text: string): ParsedDate | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const date = parseCount(plain) ?? parseCalendar(plain);
  // What a program writes for a date that it doesn't know.
  return date?.utc === '1970-01-01T00:00:00Z' ? undefined : date;
}

/** Parses seconds (10 digits) or milliseconds (13) since 1970. */
function parseCount(text: string): ParsedDate | undefined {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return undefined;
  const seconds = text.length === 13 ? Math.floor(Number(text) / 1000) : Number(text);
  return { utc: formatUtc(seconds * 1000) };
}

function parseCalendar(text: string): ParsedDate | undefined {
  const parts = readDateParts(text);
  if (!parts) return undefined;
  const { year, month, day, hour = 0, minute = 0, second = 0 } = parts;
  // `Date` takes the 31st of February for the 3rd of March; here it is no date.
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const isDay = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  if (!isDay || year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  // ISO 8601: 24:00:00 is the end of a day.
  const isEnd = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !isEnd) || minute > 59 || second > 59) return undefined;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  const zone = readZone(parts.zone, local);
  if (!zone) return undefined;
  const utc = formatUtc(local - zone.offset * 60_000);
  return {
    utc,
    ...(parts.hour === undefined && { isDayOnly: true as const }),
    ...(zone.isGuess && {
      guess: {
        zh: `时区 ${parts.zone} 当作北京时间`,
        en: `zone ${parts.zone} was taken for Beijing time`,
      },
    }),
  };
}

function formatUtc(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
