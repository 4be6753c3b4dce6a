import { useMemo } from 'react';
import { navigate, useSearch } from 'wouter/use-browser-location';
import { REPORT_PAGE } from '../../model/ReportPage.ts';
import type { ReportFilter } from './listReportRows.ts';

/** What the page shows, as its address says it. */
export interface ReportPlace extends ReportFilter {
  /** The file that is open, and the kind it was chosen under. */
  open?: { kind: string; path: string };
}

/** Gives what the address says, and a function that changes it: a new entry in the history, or none. */
export function useReportPlace() {
  const search = useSearch();
  const place = useMemo(() => parsePlace(search), [search]);
  return { place, go };
}

function go(place: ReportPlace, isNewEntry: boolean): void {
  const { kind, query, open } = place;
  const parameters = new URLSearchParams({
    ...(kind && { kind }),
    ...(query && { q: query }),
    ...(open && { of: open.kind, file: open.path }),
  });
  const address = `${import.meta.env.BASE_URL}${REPORT_PAGE}`;
  const search = parameters.size > 0 ? `?${parameters}` : '';
  navigate(address + search, { replace: !isNewEntry });
}

function parsePlace(search: string): ReportPlace {
  const parameters = new URLSearchParams(search);
  const read = (name: string) => parameters.get(name) ?? '';
  const path = read('file');
  return {
    kind: read('kind'),
    query: read('q'),
    ...(path && { open: { kind: read('of'), path } }),
  };
}
