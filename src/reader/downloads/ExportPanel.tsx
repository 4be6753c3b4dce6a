import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Failed } from '../ui/Failed.tsx';
import { bookWords } from '../words/bookWords.ts';
import './downloads.css';
import { ExportChooser } from './ExportChooser.tsx';
import { ExportProgress } from './ExportProgress.tsx';
import { ExportResult } from './ExportResult.tsx';
import type { ExportSource } from './ExportSource.ts';
import { type ExportState, exportJob } from './exportJob.ts';

/** What the dialog 导出 holds: the choice of a form, how far the export is, what came out. */
export function ExportPanel({ source }: { source: ExportSource }) {
  const state = useSyncExternalStore(exportJob.subscribe, exportJob.read);
  const panel = useRef<HTMLDivElement>(null);
  const last = useRef(state.kind);

  // What was pressed is gone with its view: the focus goes on to the first thing that the next one offers.
  useEffect(() => {
    if (last.current === state.kind) return;
    last.current = state.kind;
    panel.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, [state.kind]);
  // What was told once is not told again at the next opening.
  useEffect(() => () => exportJob.clear(), []);

  return (
    <div ref={panel} className="export-panel">
      <p role="status">{describe(state)}</p>
      {state.kind === 'running' ? (
        <ExportProgress state={state} />
      ) : state.kind === 'done' ? (
        <ExportResult made={state.made} />
      ) : state.kind === 'failed' ? (
        <Failed what={bookWords.failed} why={state.reason} onRetry={exportJob.clear} />
      ) : (
        <ExportChooser source={source} />
      )}
    </div>
  );
}

/** What is said when the state begins; the numbers of a run are for the eye. */
function describe(state: ExportState): string {
  if (state.kind === 'running') return bookWords.running(state.form, state.title);
  if (state.kind === 'done') return bookWords.done(state.made.name);
  return state.kind === 'idle' && state.wasCancelled ? bookWords.cancelled : '';
}
