import { type Block, type Paragraph, readText } from '../html/blocks.ts';

const LABELLED =
  /^[►▶▷●■◆▲丨|]?\s*(?:文\s*[/／&]\s*图|图文|文字|文|作者|撰文|撰稿|采写|记者|本报记者)\s*[|｜丨│/／:：]\s*(.{2,40})$/;
/** 观察者网: `► 文 观察者网 杨蓉`, also without blanks. */
const ARROWED = /^[►▶▷]\s*文\s*(.{2,40})$/;
/** `澎湃新闻记者 巩汉语`, `21世纪经济报道记者 王海平 南京报道`. */
const OFFICE =
  /^[►▶▷●]?\s*(\S{0,16}(?:记者|通讯员|评论员|观察员|实习生)[:：]?\s+[\p{Script=Han}·]{1,4}(?:[\s、，,]+[\p{Script=Han}·]{1,6}){0,5}(?:\s+\S{2,8}(?:报道|摄影报道|电))?)$/u;
const BRACKETED = /^[（(]\s*((?:[^（）()]{0,14}记者|作者)[:：,，\s]*[^（）()。]{2,40})[)）]$/;
const INLINE =
  /[（(]\s*((?:[^（）()，。]{0,14}记者)\s*[:：]?\s*[\p{Script=Han}·]{2,4}(?:[\s、，]+[\p{Script=Han}·]{1,4}){0,4})\s*[)）]/u;

const E_MAIL = /[（(]?\s*[\w.+-]+@[\w-]+\.[\w.-]+\s*[)）]?/g;

/** A name, as Chinese or Latin names are written. */
const NAME = /^(?:[\p{Script=Han}·]{1,4}|[A-Za-z][\w.·'-]{1,20})$/u;
/** An office or a publication that stands before or around a name. */
const OFFICE_NAME =
  /(?:记者|编辑|作者|通讯员|实习生|报|网|社|新闻|财经|客户端|频道|工作室|研究院|观察)/;

/**
 * Reads a paragraph that is nothing but a byline, or gives undefined.
 * E-mail addresses are left out: they were printed for that day's readers, not for an archive.
 */
export function readByline(text: string): string | undefined {
  if (text.length > 60 || /[。！？?!]/.test(text)) return undefined;
  const line = text.replace(E_MAIL, '').trim();
  const labelled = (LABELLED.exec(line) ?? ARROWED.exec(line) ?? BRACKETED.exec(line))?.[1]?.trim();
  const byline = labelled && isNames(labelled) ? labelled : OFFICE.exec(line)?.[1];
  return byline?.replace(/\s+/g, ' ').trim();
}

/** Words of a question or a sentence; no name holds one of these. */
const NO_NAME = /[您你我怎什哪谁吗呢么的了吧]/;
/** The number of an editor: SF031. */
const OFFICE_NUMBER = /^[A-Z]{0,3}\d{2,6}$/;

/** Tells whether a text is names and offices only: `记者：请介绍一下情况` is a question of an interview. */
export function isNames(text: string): boolean {
  const parts = text.split(/[\s,，、|｜丨/／&:：]+/).filter((part) => part !== '');
  return parts.every(
    (part) =>
      !NO_NAME.test(part) &&
      (NAME.test(part) ||
        OFFICE_NUMBER.test(part) ||
        (part.length <= 14 && OFFICE_NAME.test(part))),
  );
}

/** Reads `（记者赵文君）` at the beginning or the end of the article; the words stay in the text. */
export function readInlineByline(blocks: readonly Block[]): string | undefined {
  const first = readParagraph(blocks.find(isParagraph)).slice(0, 60);
  const last = readParagraph(blocks.findLast(isParagraph)).slice(-50);
  const byline = (INLINE.exec(first) ?? INLINE.exec(last))?.[1];
  return byline && !/记者注/.test(byline) ? byline.replace(/\s+/g, ' ').trim() : undefined;
}

function isParagraph(block: Block): block is Paragraph {
  return block.kind === 'paragraph';
}

function readParagraph(paragraph: Paragraph | undefined): string {
  return paragraph ? readText(paragraph.runs) : '';
}
