import { formatBeijingDay, shiftToBeijing } from '../../model/beijingTime.ts';
import type { Note } from '../../model/Note.ts';
import { formatDate } from '../ui/formatDate.ts';
import { bookWords } from '../words/bookWords.ts';
import { words } from '../words/words.ts';
import { type Binder, type BookFacts, type Chapter, nameEnding } from './Book.ts';
import { buildFileName, createNamer } from './buildFileName.ts';
import { buildMarkdown, escapeMarkdown } from './buildMarkdown.ts';
import type { Zip } from './openZip.ts';

/** Builds one Markdown file of all articles; pictures stay where they are. */
export function bindMarkdownFile(facts: BookFacts): Binder {
  const parts: string[] = [
    writeFrontMatter({
      title: facts.title,
      site: facts.site,
      exported: formatBeijingDay(facts.now.toISOString()),
      rights: facts.licence,
    }),
  ];
  return {
    keepsPictures: true,
    prefixFor: () => undefined,
    linkArticle: facts.buildAddress,
    async addChapter(chapter, body) {
      const { summary, article } = chapter;
      const known = [summary.source, formatDate(summary) ?? words.undated].filter(Boolean);
      parts.push(
        `# ${escapeMarkdown(summary.title)}`,
        `${escapeMarkdown(known.join(' · '))}\n<${facts.buildAddress(summary.id)}>`,
        ...(article?.originalTitle
          ? [escapeMarkdown(words.originalTitle(article.originalTitle))]
          : []),
        writeText(chapter, body),
        ...chapter.notes.map(writeNote),
      );
    },
    finish: async () =>
      new Blob([`${parts.filter(Boolean).join('\n\n')}\n`], { type: 'text/markdown' }),
  };
}

/**
 * Builds a folder of Markdown files, as Obsidian keeps them: one for each article, pictures in a folder of theirs.
 * `summaries`: of all articles, whose files may link to each other.
 */
export function bindMarkdownFolder(
  facts: BookFacts,
  zip: Zip,
  summaries: readonly Chapter['summary'][],
): Binder {
  const folder = buildFileName(facts.title);
  const giveName = createNamer();
  const names = new Map(summaries.map((each) => [each.id, giveName(nameFile(each))]));
  let pictures = 0;
  return {
    keepsPictures: true,
    prefixFor: () => undefined,
    linkArticle: (id) => `${(names.get(id) ?? id).replace(/[%\s()<>]/g, encodeURIComponent)}.md`,
    async addPicture(picture) {
      pictures += 1;
      const name = `${bookWords.pictureFolder}/${pictures}.${nameEnding(picture)}`;
      await zip.add(`${folder}/${name}`, picture.data, true);
      return name;
    },
    async addChapter(chapter, body) {
      const { summary, categories, article, notes } = chapter;
      const head = writeFrontMatter({
        title: summary.title,
        date: formatMoment(summary),
        source: summary.source,
        category: categories.join('/'),
        author: article?.reporter,
        url: facts.buildAddress(summary.id),
        original: article?.link,
        tags: article?.tags?.map(writeTag),
      });
      const parts = [head, `# ${escapeMarkdown(summary.title)}`, writeText(chapter, body)];
      const text = [...parts, ...notes.map(writeNote)].filter(Boolean).join('\n\n');
      await zip.add(`${folder}/${names.get(summary.id) ?? summary.id}.md`, `${text}\n`);
    },
    finish: async () => new Blob([await zip.finish()], { type: 'application/zip' }),
  };
}

function nameFile({ publishedAt, title }: Chapter['summary']): string {
  return buildFileName([formatBeijingDay(publishedAt), title].filter(Boolean).join(' '));
}

function writeText({ summary, reason }: Chapter, body: DocumentFragment | undefined): string {
  if (body) return buildMarkdown(body, (address) => address);
  if (reason === undefined) return '';
  return `*${escapeMarkdown(bookWords.textMissing(reason))}*\n\n${escapeMarkdown(summary.excerpt)}`;
}

/** A note as Obsidian shows one: the marked words in a box, the reader's own below it. */
function writeNote({ quote, text, createdAt, tags }: Note): string {
  const day = formatBeijingDay(createdAt) ?? '';
  const lines = quote.exact.split('\n').map((line) => `> ${escapeMarkdown(line)}`);
  const marks = tags.map((tag) => `#${writeTag(tag)}`).join(' ');
  return [`> [!quote] ${day}`.trimEnd(), ...lines, '', text, marks].join('\n').trimEnd();
}

/** Writes properties as YAML, those that are known. A text in JSON's quotation marks is one in YAML's. */
export function writeFrontMatter(
  fields: Record<string, string | readonly string[] | undefined>,
): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => {
    if (value === undefined || value.length === 0) return [];
    if (name === 'date' || name === 'exported') return [`${name}: ${value}`];
    return typeof value === 'string'
      ? [`${name}: ${JSON.stringify(value)}`]
      : [`${name}:`, ...value.map((each) => `  - ${JSON.stringify(each)}`)];
  });
  return ['---', ...lines, '---'].join('\n');
}

/** Returns Beijing's time as Obsidian reads it, `2022-05-20T13:10:00`, or the day alone. */
function formatMoment({ publishedAt, isDayOnly }: Chapter['summary']): string | undefined {
  const moment = shiftToBeijing(publishedAt)?.toISOString();
  return isDayOnly ? moment?.slice(0, 10) : moment?.slice(0, 19);
}

/** Obsidian's tags have no blanks and no signs but these. */
function writeTag(tag: string): string {
  return tag.trim().replace(/[^\p{L}\p{N}_/-]+/gu, '-');
}
