import MarkdownIt from 'markdown-it';

/**
 * Lines break where they do in the file, as Hexo and Obsidian show them. Only whole addresses become links: `a.md` is
 * a file's name.
 */
const markdown = new MarkdownIt({ html: true, linkify: true, breaks: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

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

/** Tells whether a body is Markdown: more of it is marked by Markdown's signs than by elements. */
export function isMarkdown(body: string): boolean {
  if (ARCHIVE_START.test(body)) return false;
  const count = (pattern: RegExp, text: string) => text.match(pattern)?.length ?? 0;
  const prose = body.replace(CODE, '');
  const signs = count(LINES, body) + count(SPANS, prose);
  return signs > 0 && signs > count(HTML_TEXT, prose);
}

/** Renders Markdown as HTML, and the links of Obsidian as their words. */
export function renderMarkdown(body: string): string {
  return markdown.render(
    body
      .replace(/!\[\[([^[\]|\n]+\.\w+)(?:\|[^[\]\n]*)?\]\]/g, (_, file: string) => `![](<${file}>)`)
      .replace(/(?<!!)\[\[(?:[^[\]|\n]*\|)?([^[\]|\n]+)\]\]/g, '$1'),
  );
}
