import type { MarkdownIt, StateBlock, StateCore, StateInline } from 'markdown-it';

/** `$…$` and `$$…$$` in a line; blanks within and letters or digits behind speak against it. */
const FORMULA = /\$\$([^$\n]+)\$\$|\$(?![\s$])((?:\\.|[^$\\\n])*)(?<!\s)\$(?!\w)/y;
/** What a formula has, and an amount of dollars has not. */
const MATHEMATICAL = /[\\^_=]|^[A-Za-z]{1,2}$|^[A-Za-z]\([^()]*\)$/;
const HIGHLIGHT = /==(?![\s=])([^\n]{0,500}?[^\s=])==(?!=)/y;
const REMARK = /%%(?!%)[\s\S]*?%%/y;

/** Lines of the longest formula. */
const MOST_LINES = 100;

const TASK = /^\[([ xX])\]\s+/;
const CALLOUT = /^\[!([\w-]+)\][+-]?[^\S\n]*(.*)/;
/** `^name` at the end of a paragraph: a name by which other notes link to it. */
const BLOCK_NAME = /\s\^[A-Za-z\d-]{4,}$/;
/** Kramdown's `{: .class width="300" }` behind a picture or link, or on a line of its own. */
const ATTRIBUTES = /(^|\n|(?<=[)\]`*_]))[^\S\n]*\{:[^{}\n]*\}(?=\s|$)/g;

/**
 * Adds to Markdown what is written beyond it: formulas, and Obsidian's highlights, remarks, tasks, callouts and names
 * of blocks, and Kramdown's attributes.
 */
export function addDialects(markdown: MarkdownIt): void {
  const { block, core, inline } = markdown;
  const ends = { alt: ['paragraph', 'blockquote', 'list'] };
  block.ruler.before('fence', 'formulas', readFormulaBlock, ends);
  block.ruler.before('fence', 'remarks', skipRemarkBlock, ends);
  inline.ruler.before('escape', 'formula', readFormula);
  inline.ruler.before('escape', 'remark', skipRemark);
  inline.ruler.before('emphasis', 'highlight', readHighlight);
  core.ruler.before('inline', 'signs', readSigns);
}

/** Its source is shown as code, as that of other formulas without anything else. */
function readFormula(state: StateInline, isSilent: boolean): boolean {
  const [all = '', wide, narrow] = match(FORMULA, state) ?? [];
  const tex = wide ?? narrow ?? '';
  if (!MATHEMATICAL.test(tex.trim())) return false;
  if (!isSilent) state.push('code_inline', 'code', 0).content = tex.trim();
  state.pos += all.length;
  return true;
}

function readHighlight(state: StateInline, isSilent: boolean): boolean {
  // `a==b` compares.
  if (/\w/.test(state.src[state.pos - 1] ?? '')) return false;
  const [all, words = ''] = match(HIGHLIGHT, state) ?? [];
  if (all === undefined) return false;
  const { pos, posMax } = state;
  if (!isSilent) {
    state.push('mark_open', 'mark', 1);
    state.pos = pos + 2;
    state.posMax = state.pos + words.length;
    state.md.inline.tokenize(state);
    state.push('mark_close', 'mark', -1);
    state.posMax = posMax;
  }
  state.pos = pos + all.length;
  return true;
}

/** A remark is its author's, as a comment in HTML is. */
function skipRemark(state: StateInline): boolean {
  if (/\d/.test(state.src[state.pos - 1] ?? '')) return false;
  const [all] = match(REMARK, state) ?? [];
  if (all === undefined) return false;
  state.pos += all.length;
  return true;
}

function match(pattern: RegExp, { src, pos, posMax }: StateInline): RegExpExecArray | undefined {
  pattern.lastIndex = pos;
  const found = pattern.exec(src);
  return found && found.index + found[0].length <= posMax ? found : undefined;
}

function readFormulaBlock(state: StateBlock, from: number, end: number, isSilent: boolean) {
  const to = findFormulaEnd(state, from, Math.min(end, from + MOST_LINES));
  if (to === undefined) return false;
  const lines = state.getLines(from, to + 1, state.blkIndent, false);
  const tex = state.md.utils.escapeHtml(lines.trim().slice(2, -2).trim());
  if (tex === '') return false;
  if (isSilent) return true;
  state.push('html_block', '', 0).content = tex.includes('\n')
    ? `<pre>${tex}</pre>\n`
    : `<p align="center"><code>${tex}</code></p>\n`;
  state.line = to + 1;
  return true;
}

/** Returns the last line of a formula that begins on a line: it has no blank lines, and nothing behind its end. */
function findFormulaEnd(state: StateBlock, from: number, end: number): number | undefined {
  for (let line = from; line < end; line++) {
    const text = readLine(state, line);
    const [before = '', behind, ...more] = text.slice(line === from ? 2 : 0).split('$$');
    if (text === '' || (line === from && !text.startsWith('$$')) || more.length > 0)
      return undefined;
    if (behind !== undefined && (line > from || before !== ''))
      return behind === '' ? line : undefined;
  }
  return undefined;
}

function skipRemarkBlock(state: StateBlock, from: number, end: number, isSilent: boolean) {
  if (readLine(state, from) !== '%%') return false;
  let to = from + 1;
  while (to < end && readLine(state, to) !== '%%') to++;
  if (to >= end) return false;
  if (!isSilent) state.line = to + 1;
  return true;
}

function readLine({ src, bMarks, tShift, eMarks }: StateBlock, line: number): string {
  return src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]).trim();
}

/** Reads what stands at the beginning or the end of a paragraph. */
function readSigns({ tokens }: StateCore): void {
  tokens.forEach((token, at) => {
    if (token.type !== 'inline') return;
    const around = tokens[at - 2]?.type;
    if (around === 'list_item_open')
      token.content = token.content.replace(TASK, (_, sign) => (sign === ' ' ? '☐ ' : '☑ '));
    if (around === 'blockquote_open')
      token.content = token.content.replace(
        CALLOUT,
        (_, kind: string, title: string) => `**${title.trim() || nameKind(kind)}**`,
      );
    token.content = token.content.replace(BLOCK_NAME, '').replace(ATTRIBUTES, '$1');
  });
}

/** Obsidian shows the kind where a callout has no title. */
function nameKind(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
}
