import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { listPageQuery } from '../data/fetchListPage.ts';
import { buildHref } from '../routing/routes.ts';
import { words } from '../ui/words.ts';
import { collectSummaries, writeCsv, writeJson } from './exportResults.ts';
import type { SearchQuery } from './parseQuery.ts';
import type { SearchResult } from './searchArticles.ts';

/** Saves all of a result as a file. */
export function ExportButtons({ query, result }: { query: SearchQuery; result: SearchResult }) {
  const client = useQueryClient();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');

  async function save(format: 'CSV' | 'JSON') {
    setState('busy');
    try {
      const summaries = await collectSummaries(result, (list, page) =>
        client.ensureQueryData(listPageQuery(list, page)),
      );
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
          {words.exportAs(format)}
        </button>
      ))}
      <span aria-live="polite" className="text-faint text-xs">
        {state === 'busy' ? words.exporting : state === 'failed' ? words.exportFailed : ''}
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
