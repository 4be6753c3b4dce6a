import type { Article, ArticleImage, Stock } from '../../model/Article.ts';
import type { Message } from '../command/Message.ts';
import { decodeText } from '../content/decodeText.ts';
import { expandTags } from '../content/expandTags.ts';
import { isDraft } from '../content/isDraft.ts';
import type { Parsed, Problem, ProblemKind } from '../content/Problem.ts';
import { readContent } from '../content/readContent.ts';
import { isMarkdown, renderMarkdown } from '../content/renderMarkdown.ts';
import type { ContentParts } from '../content/splitFrontMatter.ts';
import { unwrapBody } from '../content/unwrapBody.ts';
import { type Block, listBlocks, readBlockText } from '../html/blocks.ts';
import type { Dropped } from '../html/Dropped.ts';
import { MOST_NODES, parseBody } from '../html/parseBody.ts';
import type { ParentNode } from '../html/walkTree.ts';
import { writeHtml } from '../html/writeHtml.ts';
import type { OtherNames } from '../links/ArticleNames.ts';
import { type ArticleFinder, linkArticles } from '../links/linkArticles.ts';
import { readLink } from '../links/readLink.ts';
import { readOtherNames } from '../links/readOtherNames.ts';
import { buildArticleId } from './articleId.ts';
import { chooseLeadImage } from './chooseLeadImage.ts';
import { cleanBody } from './cleanBody.ts';
import { type ImagePublisher, publishImages } from './publishImages.ts';
import { readCategories, readTags } from './readCategories.ts';
import { type Noter, readPublished, readUpdated } from './readDates.ts';
import { readPeople, readText } from './readPeople.ts';
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
  if (decoding.text === undefined) return reject(path, decoding.note ?? EMPTY);
  if (decoding.text.trim() === '') return reject(path, EMPTY);
  const notes: Problem[] = decoding.note
    ? [{ kind: 'encoding', path, outcome: 'repaired', reason: decoding.note }]
    : [];

  const { value: parts, problems } = readContent(path, decoding.text);
  const { fields } = parts;
  if (isDraft(fields)) return { value: undefined, problems: [], isDraft: true };
  notes.push(...problems);

  const tree = readTree(path, parts.body, notes);
  if (!tree) {
    const most = MOST_NODES.toLocaleString('en');
    return reject(path, { zh: `元素超过 ${most} 个`, en: `has more than ${most} elements` });
  }
  const { title: rawTitle, ...cleaned } = cleanBody(tree, readText(fields.title));
  const { body, credits, dropped, distrusted } = cleaned;
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
    const reason = {
      zh: `标题“${rawTitle}”读作“${title}”：${given.repair.zh}`,
      en: `title “${rawTitle}” was read as “${title}”: ${given.repair.en}`,
    };
    notes.push(note('title', path, findLine(parts, 'title'), reason));
  }
  if (given.title === '') {
    const reason = {
      zh: '没有标题：用了正文开头的话',
      en: 'has no title: the first words of the body stand in for it',
    };
    notes.push(note('no-title', path, parts.headerLine, reason));
  }
  const images = listImages(blocks);
  if (text === '' && images.length === 0) notes.push(note('no-body', path, undefined, NO_BODY));

  const [category, ...otherCategories] = readCategories(fields, path);
  const noteKey: Noter = ({ kind, reason, ...rest }, key) => {
    notes.push({ ...note(kind, path, findLine(parts, key), reason), ...rest });
  };
  const published = readPublished(fields, noteKey);
  const updatedAt = readUpdated(fields, noteKey);
  const tags = readTags(fields);
  const thumbnail = readText(fields.headimg ?? fields.thumbnail);
  const { source, ...people } = readPeople(fields, body, credits, hidden);

  const article = keepGiven<Omit<Article, 'formerIds'>>({
    id: buildArticleId(path),
    title,
    isTitleMissing: given.title === '' ? true : undefined,
    publishedAt: published?.utc,
    isDayOnly: published?.isDayOnly,
    category,
    otherCategories: otherCategories.length > 0 ? otherCategories : undefined,
    source,
    leadImage: chooseLeadImage(images, thumbnail, parts.body),
    excerpt: buildExcerpt(blocks),
    imageCount: images.length,
    characterCount,
    html: writeHtml(blocks, title),
    originalTitle: credits.originalTitle || undefined,
    editor: people.editor,
    reporter: people.reporter || undefined,
    sourceLine: people.sourceLine || undefined,
    link: readLink(fields) ?? body.original,
    tags: tags.length > 0 ? tags : undefined,
    updatedAt,
    stocks: [...new Set([...hidden.stockCodes, ...body.stockNames.keys()])].map((code): Stock => {
      const name = body.stockNames.get(code);
      return name ? { code, name } : { code };
    }),
    images,
    hasMissingVideo: body.hasVideo,
  });
  return { value: article, problems: notes, names: readOtherNames(fields), links, dropped };
}

/** Returns the body's tree; undefined where it makes too many elements. */
function readTree(path: string, body: string, notes: Problem[]): ParentNode | undefined {
  const { body: expanded, unknown } = expandTags(body);
  if (unknown.length > 0)
    notes.push(
      note('markup', path, undefined, {
        zh: `标签 ${unknown.join('、')} 照文字留着`,
        en: `its tags ${unknown.join(', ')} stay as text`,
      }),
    );
  return parseBody(isMarkdown(body) ? renderMarkdown(expanded) : unwrapBody(expanded));
}

/** Fields that may be absent may be undefined. */
type Given<T> = { [K in keyof T]-?: object extends Pick<T, K> ? T[K] | undefined : T[K] };

/** Returns the fields that have a value. */
function keepGiven<T extends object>(fields: Given<T>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

const EMPTY: Message = { zh: '是空的', en: 'is empty' };
const NO_BODY: Message = { zh: '没有正文也没有图片', en: 'has no text and no picture' };

function reject(path: string, reason: Message): Parsed<undefined> {
  return { value: undefined, problems: [{ kind: 'no-text', path, outcome: 'rejected', reason }] };
}

function note(kind: ProblemKind, path: string, line: number | undefined, reason: Message): Problem {
  return { kind, path, ...(line ? { line } : {}), outcome: 'repaired', reason };
}

/** Gives the line on which a key of the front matter stands. */
function findLine({ header, headerLine }: ContentParts, key: string): number {
  const index = header.split('\n').findIndex((line) => line.toLowerCase().startsWith(key));
  return headerLine + Math.max(0, index);
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
