/** Years that an archive of web pages can hold. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/**
 * Parses the dates that occur in front matter and gives UTC to the second (`2022-05-20T05:10:02Z`), or undefined.
 *
 * RFC 1123 (`Fri, 20 May 2022 05:10:02 GMT`) and times with a zone mean what they say. A time without a zone is Beijing's,
 * as the archive's sources print it, whatever zone this machine is in.
 */
export function parseDate(text: string): string | undefined {
  const trimmed = text.trim();
  const local =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/.exec(
      trimmed,
    );
  if (local) {
    const [year, month, day, hour, minute, second] = local
      .slice(1)
      .map((part) => Number(part ?? 0)) as [number, number, number, number, number, number];
    return buildTime(year, month, day, hour - 8, minute, second, [hour, minute, second]);
  }
  const zoned =
    /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})$/i.exec(
      trimmed,
    );
  const named =
    /^(?:[a-z]{3,9},?\s+)?\d{1,2}[\s-][a-z]{3}[a-z]*[\s-]\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s*(?:GMT|UTC?|Z|[+-]\d{4})$/i.exec(
      trimmed,
    );
  if (!zoned && !named) return undefined;
  const time = new Date(zoned ? trimmed.replace(/^(\S+) /, '$1T').replace(/\s+/g, '') : trimmed);
  if (Number.isNaN(time.getTime())) return undefined;
  if (named && Number(/\d{1,2}/.exec(trimmed)?.[0]) > daysInMonth(time)) return undefined;
  return format(time);
}

/** `Date` takes the 31st of February for the 3rd of March; here it is no date. */
function buildTime(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  clock: [number, number, number],
): string | undefined {
  const [h, m, s] = clock;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (
    midnight.getUTCMonth() !== month - 1 ||
    midnight.getUTCDate() !== day ||
    h > 23 ||
    m > 59 ||
    s > 59
  )
    return undefined;
  return format(new Date(Date.UTC(year, month - 1, day, hour, minute, second)));
}

function daysInMonth(time: Date): number {
  return new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + 1, 0)).getUTCDate();
}

function format(time: Date): string | undefined {
  const year = time.getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR
    ? `${time.toISOString().slice(0, 19)}Z`
    : undefined;
}
