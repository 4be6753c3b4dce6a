import type { Article, ArticleImage, Stock } from '../../model/Article.ts';
import { decodeText } from '../content/decodeText.ts';
import { expandTags } from '../content/expandTags.ts';
import type { Field, FrontMatter } from '../content/FrontMatter.ts';
import { isDraft } from '../content/isDraft.ts';
import type { Parsed, Problem, ProblemKind } from '../content/Problem.ts';
import { readContent } from '../content/readContent.ts';
import { isMarkdown, renderMarkdown } from '../content/renderMarkdown.ts';
import type { ContentParts } from '../content/splitFrontMatter.ts';
import { unwrapBody } from '../content/unwrapBody.ts';
import { type Block, listBlocks, readBlockText } from '../html/blocks.ts';
import type { Dropped } from '../html/Dropped.ts';
import { MOST_NODES, parseBody } from '../html/parseBody.ts';
import { writeHtml } from '../html/writeHtml.ts';
import type { OtherNames } from '../links/ArticleNames.ts';
import { type ArticleFinder, linkArticles } from '../links/linkArticles.ts';
import { readOtherNames } from '../links/readOtherNames.ts';
import { buildArticleId } from './articleId.ts';
import { chooseLeadImage } from './chooseLeadImage.ts';
import { cleanBody } from './cleanBody.ts';
import { type ImagePublisher, publishImages } from './publishImages.ts';
import { readCategories, readTags } from './readCategories.ts';
import { type Noter, readPublished, readUpdated } from './readDates.ts';
import { readLink } from './readLink.ts';
import { buildTitleFromText, repairTitle } from './repairTitle.ts';
import { reportDropped, reportLost, reportMissing } from './reportDropped.ts';
import { buildExcerpt, countCharacters } from './summarize.ts';
import { readHiddenCredits } from './takeCredits.ts';

/** A file that is no article is rejected, with a problem that says why, or a draft. */
export interface ParsedArticle extends Parsed<Article | undefined> {
  isDraft?: true;
  /** By which names other files may speak of it. */
  names?: OtherNames | undefined;
  /** Addresses in it that may be those of other articles. */
  links?: string[];
  /** All that rules have left out; only where there is an article. */
  dropped?: readonly Dropped[];
}

/**
 * Makes an article of a content file; the order of the steps is the order of the lines.
 * `path` is relative to the content folder; `findArticle` knows where links lead. `value` is undefined only where the
 * file holds no article at all; the problems say why.
 */
export function parseArticle(
  path: string,
  bytes: Uint8Array,
  publishImage: ImagePublisher,
  findArticle: ArticleFinder = () => undefined,
): ParsedArticle {
  const decoding = decodeText(bytes);
  if (decoding.text === undefined) return reject(path, decoding.note ?? 'is no text');
  if (decoding.text.trim() === '') return reject(path, 'is empty');
  const notes: Problem[] = decoding.note
    ? [{ kind: 'encoding', path, outcome: 'repaired', reason: decoding.note }]
    : [];

  const { value: parts, problems } = readContent(path, decoding.text);
  const { fields } = parts;
  if (isDraft(fields)) return { value: undefined, problems: [], isDraft: true };
  notes.push(...problems);

  const { body: expanded, unknown } = expandTags(parts.body);
  if (unknown.length > 0)
    notes.push(note('markup', path, undefined, `its tags ${unknown.join(', ')} stay as text`));
  const tree = parseBody(isMarkdown(parts.body) ? renderMarkdown(expanded) : unwrapBody(expanded));
  if (!tree) return reject(path, `has more than ${MOST_NODES.toLocaleString('en')} elements`);
  const {
    body,
    credits,
    title: rawTitle,
    dropped,
    distrusted,
    ...cleaned
  } = cleanBody(tree, readText(fields.title));
  const hidden = readHiddenCredits(body.comments);
  const blocks = publishImages(cleaned.blocks, path, publishImage, notes);
  notes.push(...reportMissing(path, body.missing), ...reportDropped(path, dropped, distrusted));

  const links = linkArticles(blocks, findArticle);
  const text = readBlockText(blocks);
  const characterCount = countCharacters(text);
  notes.push(...reportLost(path, dropped, characterCount));
  const given = repairTitle(rawTitle, credits.printings);
  const title = given.title || buildTitleFromText(text) || '（无题）';
  if (given.repair) {
    const reason = `title “${rawTitle}” was read as “${title}”: ${given.repair}`;
    notes.push(note('title', path, findLine(parts, 'title'), reason));
  }
  if (given.title === '')
    notes.push(
      note(
        'no-title',
        path,
        parts.headerLine,
        'has no title: the first words of the body stand in for it',
      ),
    );
  const images = listImages(blocks);
  if (text === '' && images.length === 0)
    notes.push(note('no-body', path, undefined, 'has no text and no picture'));

  const [category, ...otherCategories] = readCategories(fields, path);
  const noteKey: Noter = ({ kind, reason, ...rest }, key) => {
    notes.push({ ...note(kind, path, findLine(parts, key), reason), ...rest });
  };
  const published = readPublished(fields, noteKey);
  const updatedAt = readUpdated(fields, noteKey);
  const link = readLink(fields);
  const tags = readTags(fields);
  const leadImage = chooseLeadImage(
    images,
    readText(fields.headimg ?? fields.thumbnail),
    parts.body,
  );
  const editor = joinEditors(body.editorLines, credits.editor, hidden.editor);
  const source = readSource(fields);
  const byline = readText(fields.byline);
  const named = [body.authors.join(''), credits.reporter ?? ''].join(' ').trim();
  const reporter = named || (byline === source ? '' : byline);
  const sourceLine = credits.sourceLine ?? hidden.sourceLine;

  const article: Article = {
    id: buildArticleId(path),
    title,
    ...(given.title === '' ? { isTitleMissing: true as const } : {}),
    ...(published ? { publishedAt: published.utc } : {}),
    ...(published?.isDayOnly ? { isDayOnly: true as const } : {}),
    category,
    ...(otherCategories.length > 0 ? { otherCategories } : {}),
    source,
    ...(leadImage ? { leadImage } : {}),
    excerpt: buildExcerpt(blocks),
    imageCount: images.length,
    characterCount,
    html: writeHtml(blocks, title),
    ...(credits.originalTitle ? { originalTitle: credits.originalTitle } : {}),
    ...(editor ? { editor } : {}),
    ...(reporter ? { reporter } : {}),
    ...(sourceLine ? { sourceLine } : {}),
    ...(link ? { link } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(updatedAt ? { updatedAt } : {}),
    stocks: [...new Set([...hidden.stockCodes, ...body.stockNames.keys()])].map((code): Stock => {
      const name = body.stockNames.get(code);
      return name ? { code, name } : { code };
    }),
    images,
    hasMissingVideo: body.hasVideo,
  };
  return { value: article, problems: notes, names: readOtherNames(fields), links, dropped };
}

function reject(path: string, reason: string): Parsed<undefined> {
  return { value: undefined, problems: [{ kind: 'no-text', path, outcome: 'rejected', reason }] };
}

function note(kind: ProblemKind, path: string, line: number | undefined, reason: string): Problem {
  return { kind, path, ...(line ? { line } : {}), outcome: 'repaired', reason };
}

/** Gives the line on which a key of the front matter stands. */
function findLine({ header, headerLine }: ContentParts, key: string): number {
  const index = header.split('\n').findIndex((line) => line.toLowerCase().startsWith(key));
  return headerLine + Math.max(0, index);
}

/** Returns the publication; a clipper's `source` is the original's address, and `[[…]]` a link to a note. */
function readSource(fields: FrontMatter): string {
  const given = [fields.author, fields.authors, fields.source].map(readText);
  const source = given.find((text) => text !== '' && !/^https?:/i.test(text)) ?? '';
  return source.replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1');
}

function readText(field: Field | undefined): string {
  return (Array.isArray(field) ? field.flat().join('、') : (field ?? ''))
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
}

function listImages(blocks: readonly Block[]): ArticleImage[] {
  return listBlocks(blocks).flatMap((block) => {
    if (block.kind !== 'figure') return [];
    const { src, width, height } = block.image;
    const caption = readBlockText([block]);
    return {
      src,
      ...(width && height ? { width, height } : {}),
      ...(caption ? { caption } : {}),
    };
  });
}

/** Gives the names of the editor line (`责任编辑：吴剑 SF031`) and of other editors, each once. */
function joinEditors(
  lines: readonly string[],
  ...others: (string | undefined)[]
): string | undefined {
  const names = lines.map((line) =>
    line
      .replace(/[\s\u00a0\u3000]+/g, ' ')
      .trim()
      .replace(/^责任编辑\s*[:：]\s*/, ''),
  );
  const all = [...names, ...others].filter(
    (name): name is string => name !== undefined && name !== '',
  );
  return all.length > 0 ? [...new Set(all)].join('、') : undefined;
}
