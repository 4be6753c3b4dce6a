import { useRef, useState } from 'react';
import type { SavedGroup } from '../copies/groupSaved.ts';
import type { CheckResult } from '../saving/checkCopies.ts';
import { formatCount } from '../ui/formatCount.ts';
import { offlineWords } from '../words/offlineWords.ts';
import { SavedCategory } from './SavedCategory.tsx';
import { useOfflineStore } from './useOffline.ts';
import { useSavedGroups } from './useSavedGroups.ts';

/** What is saved, by category, and what can be done about all of it. */
export function SavedSection() {
  const groups = useSavedGroups();
  return (
    <section aria-labelledby="saved">
      <h2 id="saved">{offlineWords.savedArticles}</h2>
      {groups?.length === 0 && <p>{offlineWords.nothingSaved}</p>}
      {groups && groups.length > 0 && (
        <>
          {groups.map((group) => (
            <SavedCategory key={group.category} {...group} />
          ))}
          <SavedActions groups={groups} />
        </>
      )}
    </section>
  );
}

function SavedActions({ groups }: { groups: readonly SavedGroup[] }) {
  const { engine } = useOfflineStore();
  const checkButton = useRef<HTMLButtonElement>(null);
  const [answer, setAnswer] = useState('');
  const [isChecking, setChecking] = useState(false);
  const broken = groups.reduce((sum, { counts }) => sum + counts.missing + counts.damaged, 0);

  async function check() {
    if (isChecking) return;
    setChecking(true);
    const result = await engine?.check((done, all) =>
      setAnswer(offlineWords.checking(formatCount(done), formatCount(all))),
    );
    setChecking(false);
    setAnswer(result ? describeCheck(result) : '');
  }

  function repair() {
    // The button goes when nothing is broken any more.
    checkButton.current?.focus();
    void engine?.repair();
  }

  async function removeAll() {
    setAnswer(offlineWords.removing);
    await engine?.removeAll();
    setAnswer('');
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
          {offlineWords.check}
        </button>
        {broken > 0 && (
          <button type="button" className="button" onClick={repair}>
            {offlineWords.repair(formatCount(broken))}
          </button>
        )}
        <RemoveAllButton onRemove={() => void removeAll()} />
      </div>
      <p role="status" className="mt-2 tabular-nums">
        {answer}
      </p>
    </>
  );
}

/** Says what a check looked at and found, and what it could not look at. */
function describeCheck({ articles, bad, lost, waiting, renewed }: CheckResult): string {
  const looked = formatCount(articles);
  return [
    articles === 0
      ? offlineWords.checkedNothing
      : bad === 0
        ? offlineWords.checkedGood(looked)
        : offlineWords.checkedBad(looked, formatCount(bad)),
    lost > 0 && offlineWords.checkedLost(formatCount(lost)),
    waiting > 0 && offlineWords.checkedWaiting(formatCount(waiting)),
    renewed > 0 && offlineWords.checkedRenewed(formatCount(renewed)),
  ]
    .filter((sentence) => sentence !== false)
    .join('');
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
      {isSure ? offlineWords.removeAllSure : offlineWords.removeAll}
    </button>
  );
}
