import Pause from 'lucide-react/icons/pause';
import Play from 'lucide-react/icons/play';
import SkipBack from 'lucide-react/icons/skip-back';
import SkipForward from 'lucide-react/icons/skip-forward';
import X from 'lucide-react/icons/x';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { setHighlight } from '../marking/setHighlight.ts';
import { SETTING_VALUES, type Settings } from '../storage/createSettingsStore.ts';
import { useSettings, useSettingsStore } from '../storage/useSettings.ts';
import { readingWords } from '../words/readingWords.ts';
import { words } from '../words/words.ts';
import { createReader } from './createReader.ts';
import './listen.css';
import { listSentences, type Sentence } from './listSentences.ts';

/** Reads an article aloud, begins at once, and marks the sentence that is read. */
export function ListenBar({ body, onClose }: { body: HTMLElement; onClose: () => void }) {
  const store = useSettingsStore();
  const { speechRate } = useSettings();
  const [sentences] = useState(() => listSentences(body));
  const [reader] = useState(() => createReader(sentences, window.speechSynthesis));
  const { at, isReading } = useSyncExternalStore(reader.subscribe, reader.read);

  useEffect(() => {
    reader.start();
    return () => {
      reader.stop();
      markSentence(undefined);
    };
  }, [reader]);
  useEffect(() => reader.setRate(speechRate), [reader, speechRate]);
  useEffect(() => markSentence(sentences[at]), [sentences, at]);

  const renderButton = (name: string, icon: ReactNode, act: () => void) => (
    <button type="button" className="icon-button" aria-label={name} title={name} onClick={act}>
      {icon}
    </button>
  );
  const look = { size: 20, strokeWidth: 1.6, 'aria-hidden': true } as const;
  return (
    <div role="toolbar" aria-label={words.listen} className="listen-bar">
      {renderButton(readingWords.previousParagraph, <SkipBack {...look} />, () => reader.skip(-1))}
      {isReading
        ? renderButton(words.pause, <Pause {...look} />, reader.stop)
        : renderButton(readingWords.goOn, <Play {...look} />, reader.start)}
      {renderButton(readingWords.nextParagraph, <SkipForward {...look} />, () => reader.skip(1))}
      <select
        aria-label={readingWords.speechRate}
        value={speechRate}
        onChange={({ target }) =>
          store.change({ speechRate: Number(target.value) as Settings['speechRate'] })
        }
      >
        {[...SETTING_VALUES.speechRate]
          .sort((a, b) => a - b)
          .map((rate) => (
            <option key={rate} value={rate}>
              {readingWords.times(rate)}
            </option>
          ))}
      </select>
      {renderButton(words.close, <X {...look} />, onClose)}
    </div>
  );
}

/** Marks a sentence and keeps it in sight. */
function markSentence(sentence: Sentence | undefined): void {
  setHighlight('spoken', sentence?.range);
  const box = sentence?.range.getBoundingClientRect();
  const isInSight = box && box.top > 60 && box.bottom < window.innerHeight - 90;
  if (sentence && !isInSight) {
    sentence.range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  }
}
