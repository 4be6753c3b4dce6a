import { formatBeijingDay } from '../../model/beijingTime.ts';
import type { Catalogue } from '../../model/Catalogue.ts';
import { listNames } from '../../model/Catalogue.ts';
import type { Binder, BookFacts } from '../books/Book.ts';
import { buildFileName } from '../books/buildFileName.ts';
import { buildSiteAddress, makeBook } from '../books/makeBook.ts';
import { openZip, type Zip } from '../books/openZip.ts';
import type { CopyCache } from '../copies/copies.ts';
import type { SavedSummary } from '../copies/SavedRecord.ts';
import { explainError } from '../data/explainError.ts';
import { noteStore } from '../notes/noteStore.ts';
import { createConverter } from '../settings/createConverter.ts';
import type { Settings } from '../storage/createSettingsStore.ts';
import { formatMonth } from '../ui/formatDate.ts';
import { readSiteTitle } from '../ui/useDocumentTitle.ts';
import { bookWords } from '../words/bookWords.ts';
import type { ExportSource } from './ExportSource.ts';
import { type ExportedFile, exportJob } from './exportJob.ts';
import { completeSummaries } from './exportNotes.ts';
import { offerDownload } from './offerDownload.ts';
import { sortForBook } from './sortForBook.ts';

/** The forms that articles can be exported in. */
export type ExportForm = 'EPUB' | 'Markdown' | 'HTML';

/** What the reader has chosen. */
export interface ExportChoice {
  month?: string | undefined;
  /** Ids; all where it is absent. */
  chosen?: ReadonlySet<string> | undefined;
  isVertical: boolean;
  isFolder: boolean;
  hasPictures: boolean;
  isNotesOnly: boolean;
}

/** What an export needs from around it. */
export interface ExportContext {
  catalogue: Catalogue | undefined;
  cache: Pick<CopyCache, 'match'> | undefined;
  script: Settings['script'];
}

/** Begins to export articles; the file is offered when it is made. */
export function startExport(
  source: ExportSource,
  form: ExportForm,
  choice: ExportChoice,
  context: ExportContext,
): void {
  const month = choice.month === undefined ? '' : formatMonth(choice.month);
  const title = [source.title, month].filter(Boolean).join(' ');
  const work = async (
    signal: AbortSignal,
    onProgress: (done: number, all: number) => void,
  ): Promise<ExportedFile> => {
    const all = await source.read(choice.month);
    const { chosen } = choice;
    const found = chosen ? all.filter(({ id }) => chosen.has(id)) : all;
    const isIncomplete = source.isOfNotes === true && !choice.isNotesOnly;
    const wanted = isIncomplete ? await completeSummaries(found, context.cache, signal) : found;
    const summaries = sortForBook(wanted, context.catalogue?.root);
    signal.throwIfAborted();
    onProgress(0, summaries.length);
    const facts = await describeBook(title, choice, context);
    const isZipped = form === 'EPUB' || (form === 'Markdown' && choice.isFolder);
    const zip = isZipped ? openZip() : undefined;
    try {
      const binder = await createBinder(form, facts, zip, summaries);
      const made = await makeBook(
        {
          ...choice,
          summaries,
          notes: await noteStore.readNotes(),
          cache: context.cache,
          listNames: (path) => listNames(context.catalogue?.root, path),
          convert: facts.convert,
        },
        binder,
        signal,
        (done) => onProgress(done, summaries.length),
      );
      return { ...made, name: nameFile(title, findEnding(form, isZipped)) };
    } finally {
      zip?.close();
    }
  };
  void exportJob.run({ title, form }, work, explainFailure, offerFile);
}

/** Begins to write another form of a source. */
export function startTable(
  { title }: ExportSource,
  { name, ending, write }: NonNullable<ExportSource['tables']>[number],
): void {
  const work = async (): Promise<ExportedFile> => ({
    name: nameFile(title, ending),
    file: new Blob([await write()]),
    missing: [],
  });
  void exportJob.run({ title, form: name }, work, explainFailure, offerFile);
}

/** Lets the reader keep what was made. */
export function offerFile({ file, name }: ExportedFile): void {
  offerDownload([file], file.type, name);
}

/** The file's name carries the selection's and the day. */
function nameFile(title: string, ending: string): string {
  const day = formatBeijingDay(new Date().toISOString()) ?? '';
  return `${buildFileName(title)} ${day}.${ending}`;
}

function findEnding(form: ExportForm, isZipped: boolean): string {
  if (form === 'EPUB') return 'epub';
  if (form === 'HTML') return 'html';
  return isZipped ? 'zip' : 'md';
}

/** Each form's script comes when it is chosen. */
async function createBinder(
  form: ExportForm,
  facts: BookFacts,
  zip: Zip | undefined,
  summaries: readonly SavedSummary[],
): Promise<Binder> {
  if (form === 'HTML') return (await import('../books/bindHtml.ts')).bindHtml(facts, '');
  if (form === 'EPUB' && zip) return (await import('../books/bindEpub.ts')).bindEpub(facts, zip);
  const { bindMarkdownFile, bindMarkdownFolder } = await import('../books/bindMarkdown.ts');
  return zip ? bindMarkdownFolder(facts, zip, summaries) : bindMarkdownFile(facts);
}

async function describeBook(
  title: string,
  { isVertical }: ExportChoice,
  { catalogue, script }: ExportContext,
): Promise<BookFacts & { convert: ((text: string) => string) | undefined }> {
  const convert = script === 'original' ? undefined : await createConverter(script);
  const own = convert ?? ((text: string) => text);
  return {
    title: own(title),
    site: own(readSiteTitle()),
    licence: own(catalogue?.site?.licence ?? ''),
    language: script === 'traditional' ? 'zh-Hant' : 'zh-CN',
    isVertical,
    now: new Date(),
    buildAddress: buildSiteAddress,
    convert,
  };
}

function explainFailure(error: unknown): string {
  return error instanceof RangeError ? bookWords.tooLarge : explainError(error);
}
