import { useState } from 'react';
import type { ArticleSummary } from '../../model/Article.ts';
import type { SearchQuery } from '../../search-worker/parseQuery.ts';
import type { SearchResult } from '../../search-worker/SearchService.ts';
import { buildHref } from '../routing/routes.ts';
import { searchWords } from '../ui/searchWords.ts';
import { words } from '../ui/words.ts';
import { writeCsv, writeJson } from './exportResults.ts';

interface ExportButtonsProps {
  query: SearchQuery;
  result: SearchResult;
  /** Reads all of the result. */
  read: () => Promise<ArticleSummary[]>;
}

/** Writes all of a result into a file. */
export function ExportButtons({ query, result, read }: ExportButtonsProps) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');

  async function save(format: 'CSV' | 'JSON') {
    setState('busy');
    try {
      const summaries = await read();
      const origin = new URL(buildHref({ name: 'list', category: '' }), location.href).href;
      const text =
        format === 'CSV' ? writeCsv(summaries, origin) : writeJson(query, result, summaries);
      offerFile(text, `${query.text || words.search}.${format.toLowerCase()}`);
      setState('idle');
    } catch {
      setState('failed');
    }
  }

  return (
    <>
      {(['CSV', 'JSON'] as const).map((format) => (
        <button
          key={format}
          type="button"
          className="order-button"
          disabled={state === 'busy'}
          onClick={() => void save(format)}
        >
          {searchWords.exportAs(format)}
        </button>
      ))}
      <span aria-live="polite" className="text-faint text-xs">
        {state === 'busy'
          ? searchWords.exporting
          : state === 'failed'
            ? searchWords.exportFailed
            : ''}
      </span>
    </>
  );
}

function offerFile(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|]/g, '_');
  link.click();
  // Some browsers read it only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
