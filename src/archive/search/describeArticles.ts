import type { ArticleSummary } from '../../model/Article.ts';
import { countBeijingDay } from '../../model/beijingTime.ts';
import type { SearchArticles } from '../../model/search/searchPlan.ts';
import type { ListRow } from '../output/ArchiveWriter.ts';

/** Gives what a search narrows by. The rows come in stored order: by date, those without one at the end. */
export function describeArticles(rows: readonly ListRow[]): Omit<SearchArticles, 'list' | 'steps'> {
  const categories = new Numbering();
  const sources = new Numbering();
  const days: [day: number, count: number][] = [];
  for (const { publishedAt, category, json } of rows) {
    categories.add(category);
    sources.add((JSON.parse(json) as ArticleSummary).source);
    if (publishedAt === undefined) continue;
    const day = countBeijingDay(publishedAt);
    const last = days.at(-1);
    if (last?.[0] === day) last[1]++;
    else days.push([day, 1]);
  }
  return {
    categories: categories.names,
    category: categories.numbers,
    sources: sources.names,
    source: sources.numbers,
    days,
  };
}

/** Numbers names in order of their first appearance. */
class Numbering {
  readonly names: string[] = [];
  readonly numbers: number[] = [];
  private readonly known = new Map<string, number>();

  add(name: string): void {
    let number = this.known.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.known.set(name, number);
    }
    this.numbers.push(number);
  }
}
