import Maximize2 from 'lucide-react/icons/maximize-2';
import { useSettings, useSettingsStore } from '../storage/useSettings.ts';
import { readingWords } from '../words/readingWords.ts';

/** The button 只看正文, also by the key f: hides the panes beside an article (`pages/frame.css`), and is kept. */
export function AloneButton() {
  const store = useSettingsStore();
  const isAlone = useSettings().panes === 'alone';

  function turn() {
    store.change({ panes: isAlone ? 'all' : 'alone' });
    // What has the focus may be hidden now.
    const heading = document.querySelector<HTMLElement>('.article-title');
    if (document.activeElement?.closest('.list-pane, .sidebar, .rail')) {
      heading?.focus({ preventScroll: true });
    }
  }

  return (
    <button
      type="button"
      className={`bar-button ${isAlone ? 'text-seal' : ''}`}
      aria-label={readingWords.immersion.alone}
      aria-keyshortcuts="f"
      aria-pressed={isAlone}
      title={readingWords.immersion.alone}
      onClick={turn}
    >
      <Maximize2 size={17} strokeWidth={1.6} aria-hidden="true" />
    </button>
  );
}
