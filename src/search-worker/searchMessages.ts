import type { ArchiveErrorKind } from '../model/ArchiveError.ts';
import type { SearchService } from './SearchService.ts';

/** A call of the service, as it goes to the worker. */
export interface SearchCall {
  id: number;
  name: keyof SearchService;
  values: unknown[];
}

/** What comes back: the value, or which kind of error it was. */
export type SearchAnswer =
  | { id: number; value: unknown }
  | { id: number; error: ArchiveErrorKind | 'unknown'; text: string };
