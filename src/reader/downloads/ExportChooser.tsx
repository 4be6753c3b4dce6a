import { useContext, useState } from 'react';
import { useOfflineStore } from '../offline/useOffline.ts';
import { CatalogueContext } from '../site/useSite.ts';
import { useSettings } from '../storage/useSettings.ts';
import { formatCount } from '../ui/formatCount.ts';
import { formatMonth } from '../ui/formatDate.ts';
import { bookWords } from '../words/bookWords.ts';
import { ArticleChoice } from './ArticleChoice.tsx';
import type { ExportSource } from './ExportSource.ts';
import { FormMenu } from './FormMenu.tsx';
import { type ExportChoice, type ExportForm, startExport, startTable } from './startExport.ts';

const FORMS: readonly ExportForm[] = ['EPUB', 'Markdown', 'HTML'];
/** From so many articles on, it is said that a month would do. */
const MANY = 1000;

/** What to export, how, and in which form; choosing the form begins it. */
export function ExportChooser({ source }: { source: ExportSource }) {
  const { writing, script } = useSettings();
  const offline = useOfflineStore();
  const catalogue = useContext(CatalogueContext);
  const [choice, setChoice] = useState<ExportChoice>({
    isVertical: writing === 'vertical',
    isFolder: false,
    hasPictures: true,
    isNotesOnly: source.isOfNotes === true,
  });
  const change = (part: Partial<ExportChoice>) => setChoice((before) => ({ ...before, ...part }));
  const tables = source.tables ?? [];
  const months = source.months ?? [];
  const count = months.find(([month]) => month === choice.month)?.[1] ?? source.count;

  function choose(form: string) {
    const table = tables.find(({ name }) => name === form);
    const context = { catalogue, script, cache: offline.engine?.copies.cache };
    if (table) startTable(source, table);
    else startExport(source, form as ExportForm, choice, context);
  }

  if (source.count === 0) return <p>{bookWords.nothing}</p>;
  return (
    <>
      <p className="tabular-nums">
        {bookWords.count(formatCount(count))}
        {count >= MANY && months.length > 1 && bookWords.manyHint}
      </p>
      {months.length > 1 && (
        <label className="export-line">
          <span>{bookWords.month}</span>
          <select
            value={choice.month ?? ''}
            onChange={({ target }) =>
              change({ month: target.value || undefined, chosen: choice.chosen && new Set() })
            }
          >
            <option value="">{bookWords.allMonths(formatCount(source.count))}</option>
            {[...months].reverse().map(([month, size]) => (
              <option key={month} value={month}>
                {bookWords.monthOf(formatMonth(month), formatCount(size))}
              </option>
            ))}
          </select>
        </label>
      )}
      {count > 1 && (
        <ArticleChoice
          key={choice.month}
          read={() => source.read(choice.month)}
          chosen={choice.chosen}
          onChange={(chosen) => change({ chosen })}
        />
      )}
      <FormMenu
        forms={[...FORMS, ...tables.map(({ name }) => name)]}
        isDisabled={choice.chosen?.size === 0}
        onChoose={choose}
      />
      <fieldset className="export-line">
        <legend>{bookWords.writing}</legend>
        {[false, true].map((isVertical) => (
          <label key={String(isVertical)}>
            <input
              type="radio"
              name="export-writing"
              checked={choice.isVertical === isVertical}
              onChange={() => change({ isVertical })}
            />
            {isVertical ? bookWords.vertical : bookWords.horizontal}
          </label>
        ))}
      </fieldset>
      {source.isOfNotes && (
        <Check name="isNotesOnly" words={bookWords.notesOnly} {...{ choice, change }} />
      )}
      <Check name="hasPictures" words={bookWords.pictures} {...{ choice, change }} />
      <Check name="isFolder" words={bookWords.folder} {...{ choice, change }} />
    </>
  );
}

interface CheckProps {
  name: 'hasPictures' | 'isFolder' | 'isNotesOnly';
  words: string;
  choice: ExportChoice;
  change: (part: Partial<ExportChoice>) => void;
}

function Check({ name, words, choice, change }: CheckProps) {
  return (
    <label className="export-line">
      <input
        type="checkbox"
        checked={choice[name]}
        onChange={({ target }) => change({ [name]: target.checked })}
      />
      {words}
    </label>
  );
}
