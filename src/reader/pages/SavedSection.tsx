import { useState } from 'react';
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
  const [answer, setAnswer] = useState('');
  const [isChecking, setChecking] = useState(false);
  const broken = records.filter(isIncomplete).length;

  async function check() {
    setChecking(true);
    const result = await engine?.check((done, all) =>
      setAnswer(words.checking(formatCount(done), formatCount(all))),
    );
    setChecking(false);
    if (!result) return;
    const [articles, bad] = [formatCount(result.articles), formatCount(result.bad)];
    setAnswer(result.bad === 0 ? words.checkedGood(articles) : words.checkedBad(articles, bad));
  }

  return (
    <>
      <div className="page-actions">
        <button type="button" className="button" disabled={isChecking} onClick={() => void check()}>
          {words.check}
        </button>
        {broken > 0 && (
          <button type="button" className="button" onClick={() => void engine?.repair()}>
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
      onClick={() => (isSure ? onRemove() : setSure(true))}
    >
      {isSure ? words.removeAllSure : words.removeAll}
    </button>
  );
}
