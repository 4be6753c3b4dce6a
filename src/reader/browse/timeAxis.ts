import type { ArticleListInfo } from '../../model/Catalogue.ts';

/** Most names of years that stand below the strip without touching each other. */
const MOST_YEARS = 8;

/** The time that a list covers, from its first month to its last, those without articles included. */
export interface TimeAxis {
  /** Where each of the list's months begins: 0 to 1. */
  starts: number[];
  /** How much of the axis a month takes. */
  width: number;
  /** The years that are named, and where each begins. */
  years: { year: number; start: number }[];
  /** Returns the index in the list's months of the one nearest to a place (0 to 1) on the axis. */
  findNearest(place: number): number;
}

/** Builds the axis of a list with articles. */
export function buildTimeAxis(months: ArticleListInfo['months']): TimeAxis {
  const numbers = months.map(
    ([month]) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1,
  );
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
  const length = last - first + 1;
  const locate = (number: number) => (number - first) / length;
  const step = Math.ceil(length / 12 / MOST_YEARS);
  const years = [];
  for (let year = Math.ceil(first / 12); year * 12 <= last; year += step)
    years.push({ year, start: locate(year * 12) });
  // The first year is seldom whole; it has a name where there is room before the next one.
  if ((years[0]?.start ?? 1) >= 1 / MOST_YEARS)
    years.unshift({ year: Math.floor(first / 12), start: 0 });
  return {
    starts: numbers.map(locate),
    width: 1 / length,
    years,
    findNearest(place) {
      const distance = (index: number) =>
        Math.abs((numbers[index] ?? 0) - first + 0.5 - place * length);
      return numbers.reduce(
        (best, _, index) => (distance(index) < distance(best) ? index : best),
        0,
      );
    },
  };
}
