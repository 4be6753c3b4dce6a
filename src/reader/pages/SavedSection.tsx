import { useRef, useState } from 'react';
import { isIncomplete, type SavedRecord } from '../offline/SavedRecord.ts';
import { useOfflineStore } from '../offline/useOffline.ts';
import { formatCount } from '../ui/formatCount.ts';
import { words } from '../ui/words.ts';
import { SavedCategories } from './SavedCategories.tsx';
import { useSavedRecords } from './useSavedRecords.ts';

/** What is saved, by category, and what can be done about all of it. */
export function SavedSection() {
  const records = useSavedRecords();
  return (
    <section aria-labelledby="saved">
      <h2 id="saved">{words.savedArticles}</h2>
      {records?.length === 0 && <p>{words.nothingSaved}</p>}
      {records && records.length > 0 && (
        <>
          <SavedCategories records={records} />
          <SavedActions records={records} />
        </>
      )}
    </section>
  );
}

function SavedActions({ records }: { records: readonly SavedRecord[] }) {
  const { engine } = useOfflineStore();
  const checkButton = useRef<HTMLButtonElement>(null);
  const [answer, setAnswer] = useState('');
  const [isChecking, setChecking] = useState(false);
  const broken = records.filter(isIncomplete).length;

  async function check() {
    if (isChecking) return;
    setChecking(true);
    const result = await engine?.check((done, all) =>
      setAnswer(words.checking(formatCount(done), formatCount(all))),
    );
    setChecking(false);
    if (!result) return;
    const [articles, bad] = [formatCount(result.articles), formatCount(result.bad)];
    setAnswer(result.bad === 0 ? words.checkedGood(articles) : words.checkedBad(articles, bad));
  }

  function repair() {
    // The button goes when nothing is broken any more.
    checkButton.current?.focus();
    void engine?.repair();
  }

  return (
    <>
      <div className="page-actions">
        {/* Not disabled, which would take the focus from it. */}
        <button
          ref={checkButton}
          type="button"
          className="button"
          aria-disabled={isChecking}
          onClick={() => void check()}
        >
          {words.check}
        </button>
        {broken > 0 && (
          <button type="button" className="button" onClick={repair}>
            {words.repair(formatCount(broken))}
          </button>
        )}
        <RemoveAllButton onRemove={() => void engine?.removeAll()} />
      </div>
      <p role="status" className="mt-2 tabular-nums">
        {answer}
      </p>
    </>
  );
}

/** Asks twice: the first press only changes what the button says, and leaving it changes it back. */
function RemoveAllButton({ onRemove }: { onRemove: () => void }) {
  const [isSure, setSure] = useState(false);
  return (
    <button
      type="button"
      className={`button ${isSure ? 'is-main' : ''}`}
      onBlur={() => setSure(false)}
      onClick={() => {
        if (!isSure) return setSure(true);
        // The button goes with what it removes.
        document.querySelector('h1')?.focus();
        onRemove();
      }}
    >
      {isSure ? words.removeAllSure : words.removeAll}
    </button>
  );
}
