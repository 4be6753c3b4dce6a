import MarkdownIt from 'markdown-it';
import { addHeadingNames } from './headingNames.ts';
import { addDialects } from './markdownDialects.ts';
import { encodeAddress } from './tagWriters.ts';

/**
 * Lines break where they do in the file, as Hexo and Obsidian show them. Only whole addresses become links: `a.md` is
 * a file's name.
 */
const markdown = new MarkdownIt({ html: true, linkify: true, breaks: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
addDialects(markdown);
addHeadingNames(markdown);

/** What the archive's files begin with: they hold HTML only. */
const ARCHIVE_START = /^\s*<div>\s*\n/;
/** Elements that hold text in HTML; they stand in Markdown here and there. */
const HTML_TEXT = /<(?:p|div|li|td|h[1-6]|br|section|article|blockquote)\b/gi;
const CODE = /<pre\b[\s\S]*?<\/pre>|^ {0,3}(```+|~~~+)[\s\S]*?^ {0,3}\1/gim;
/** Lines that mean something in Markdown: headings, lists, quotes, tables, fences. */
const LINES = /^ {0,3}(?:#{1,6} \S|[-*+] \S|\d{1,3}\. \S|> ?\S|```|~~~|\|.*\|\s*$)/gm;
/** Links, pictures, strong words and code in a line. */
const SPANS =
  /!?\[[^\]\n]*\]\([^()\s]+(?: "[^"\n]*")?\)|\*\*[^*\s][^*\n]*\*\*|(?<!`)`[^`\n]+`(?!`)|\[\[[^[\]\n]+\]\]/g;

/** Paragraphs that only blank lines keep apart, beside elements or tags of a site generator. */
const LOOSE = /^[^\s<{][^\n]*\n[^\S\n]*\n+[^\s<{]/m;
const MIXED = /<\w|\{%|\{\{[<%]/;

/**
 * Tells whether a body is Markdown: more of it is marked by Markdown's signs than by elements, or its paragraphs are
 * not marked at all. What is nothing but text is not: its line breaks are its paragraphs.
 */
export function isMarkdown(body: string): boolean {
  if (ARCHIVE_START.test(body)) return false;
  const count = (pattern: RegExp, text: string) => text.match(pattern)?.length ?? 0;
  const prose = body.replace(CODE, '');
  const elements = count(HTML_TEXT, prose);
  const signs = count(LINES, body) + count(SPANS, prose);
  return signs > elements || (elements === 0 && MIXED.test(body) && LOOSE.test(prose));
}

/** Renders Markdown as HTML, with the footnotes of its dialects and the links of Obsidian. */
export function renderMarkdown(body: string): string {
  const text = keepBars(body)
    .replace(/!\[\[([^[\]|\n]+\.\w+)(?:\|[^[\]\n]*)?\]\]/g, (_, file: string) => `![](<${file}>)`)
    .replace(
      /!?\[\[([^[\]|\n]*?)\\?(?:\|([^[\]|\n]*))?\]\]/g,
      (_, name: string, words: string | undefined) =>
        `[${words || name}](<${encodeAddress(name)}>)`,
    );
  return markdown.render(placeFootnotes(text));
}

/**
 * A bar within code is no border of a table's cell. To Markdown alone it is, and what is beyond the last column
 * vanishes.
 */
function keepBars(text: string): string {
  return text.replace(/^[^\S\n]*\|.*\|[^\S\n]*$/gm, (row) =>
    row.replace(/`[^`\n]+`/g, (code) => code.replace(/(?<!\\)\|/g, '\\|')),
  );
}

/** A note, and lines that are indented below it. */
const NOTE = /^ {0,3}\[\^([^\]\s]+)\]:[^\S\n]*(.*(?:\n(?: {2,}|\t)\S.*)*)\n?/gm;

/** Puts footnotes at the end, with links there and back. To Markdown alone they are addresses, and would vanish. */
function placeFootnotes(text: string): string {
  const notes = new Map<string, string>();
  const rest = text.replace(NOTE, (_, name: string, words: string) => {
    notes.set(name, words.replace(/\n\s+/g, '\n'));
    return '';
  });
  const marks = rest.replace(/\^\[([^[\]\n]+)\]/g, (_, words: string) => {
    const name = `^${notes.size}`;
    notes.set(name, words);
    return `[^${name}]`;
  });
  if (notes.size === 0) return text;
  // Numbered as they are met, as renderers do; then those that nothing leads to.
  const met = [...marks.matchAll(/\[\^([^\]\s]+)\]/g)].map(([, name = '']) => name);
  const names = [...new Set([...met, ...notes.keys()])].filter((name) => notes.has(name));
  const marked = marks.replace(/\[\^([^\]\s]+)\]/g, (mark, name: string) => {
    const number = names.indexOf(name) + 1;
    return number === 0
      ? mark
      : `<sup><a id="fnref-${number}" href="#fn-${number}">${number}</a></sup>`;
  });
  const items = names.map((name, at) => {
    const back = `<a href="#fnref-${at + 1}">↩</a>`;
    return `<li id="fn-${at + 1}">\n\n${notes.get(name)} ${back}\n\n</li>`;
  });
  return `${marked}\n\n<ol>\n${items.join('\n')}\n</ol>\n`;
}
