/*
 * All dates of an archive are shown, counted and searched as a calendar in Beijing has them. China has kept one time
 * zone without summer time since 1991, so eight hours are exact.
 */

/** Beijing's distance from UTC, in minutes. */
export const BEIJING_OFFSET = 8 * 60;

/** Returns a moment whose UTC fields are Beijing's; undefined where `utc` is no date. */
export function shiftToBeijing(utc: string | undefined): Date | undefined {
  const time = new Date(Date.parse(utc ?? '') + BEIJING_OFFSET * 60_000);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/** Returns the Beijing day as `2022-05-20`; undefined where `utc` is no date. */
export function formatBeijingDay(utc: string | undefined): string | undefined {
  return shiftToBeijing(utc)?.toISOString().slice(0, 10);
}

/** Returns the Beijing month as the catalogue writes it, `2022-05`; undefined where `utc` is no date. */
export function formatBeijingMonth(utc: string | undefined): string | undefined {
  return shiftToBeijing(utc)?.toISOString().slice(0, 7);
}

/** Returns the Beijing day in days since 1970; NaN where `utc` is no date. */
export function countBeijingDay(utc: string): number {
  return Math.floor((shiftToBeijing(utc)?.getTime() ?? Number.NaN) / 86_400_000);
}
