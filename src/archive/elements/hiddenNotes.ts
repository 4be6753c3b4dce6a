import { type Paragraph, type Run, readBlockText } from '../html/blocks.ts';
import { readLinkAddress } from '../html/readAddress.ts';
import { type ElementNode, readAttribute, readElementText, walkTree } from '../html/walkTree.ts';
import type { BodyContext, Closer, HiddenNote } from './BodyContext.ts';

/** A mark is a number or a sign: `1`, `[2]`, `注3`. */
const LONGEST_MARK = 6;
/** Where templates keep the words of a note, best first; Zhihu's `data-text`, `title` of others. */
const WORDS = ['data-text', 'data-footnote', 'data-note', 'data-content', 'title'];

/** Opens a raised text. Where an attribute holds the words of its note, it leads to them. */
export function openRaised(element: ElementNode, { builder, hiddenNotes }: BodyContext): Closer {
  const note = readHiddenNote(element);
  if (!note) return () => {};
  hiddenNotes.push(note);
  const number = hiddenNotes.length;
  builder.addId(`hidden-mark-${number}`);
  builder.openLink(`#hidden-note-${number}`);
  return () => builder.closeLink();
}

/** Adds the notes that the body shows nowhere else as a list at its end. */
export function addHiddenNotes({ builder, hiddenNotes, reading }: BodyContext): void {
  if (hiddenNotes.length === 0) return;
  const lines = readBlockText(reading.blocks).split('\n');
  const values = new Map<number, number>();
  const items: Paragraph[][] = [];
  hiddenNotes.forEach((note, index) => {
    if (lines.some((line) => isNoteLine(line, note))) return;
    values.set(items.length, index + 1);
    items.push([buildNote(note, index + 1)]);
  });
  if (items.length === 0) return;
  const own = items.length === hiddenNotes.length ? {} : { values };
  builder.push({ kind: 'list', isOrdered: true, items, ...own });
}

/** A line of the body that is the note, with its number and its address at most. */
function isNoteLine(line: string, { text, href = '' }: HiddenNote): boolean {
  return line.includes(text) && line.length <= text.length + href.length + LONGEST_MARK * 2;
}

function buildNote({ text, href }: HiddenNote, number: number): Paragraph {
  const runs: Run[] = [{ text, marks: [], ids: [`hidden-note-${number}`] }];
  if (href !== undefined && !text.includes(href))
    runs.push({ text: ' ', marks: [] }, { text: href, marks: [], href });
  runs.push({ text: ' ', marks: [] }, { text: '↩', marks: [], href: `#hidden-mark-${number}` });
  return { kind: 'paragraph', runs, classes: '' };
}

function readHiddenNote(element: ElementNode): HiddenNote | undefined {
  const mark = readElementText(element).trim();
  if (mark === '' || mark.length > LONGEST_MARK) return undefined;
  const name = WORDS.find((each) => readAttribute(element, each)?.trim());
  const text = name && readAttribute(element, name)?.replace(/\s+/g, ' ').trim();
  // A title beside a link says where the link leads.
  if (!text || text === mark || (name === 'title' && holdsLink(element))) return undefined;
  const href = readLinkAddress(readAttribute(element, 'data-url'));
  return href === undefined ? { text } : { text, href };
}

function holdsLink(element: ElementNode): boolean {
  let isFound = false;
  walkTree(element, {
    enter(child) {
      if (child.tagName === 'a') isFound = true;
      return !isFound;
    },
    leave: () => {},
    text: () => {},
    comment: () => {},
  });
  return isFound;
}
