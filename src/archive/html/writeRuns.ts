import type { Atom, MathNode, Run, Tongue } from './blocks.ts';

/** Writes runs; neighbours that share a link share its element. */
export function writeRuns(runs: readonly Run[]): string {
  let html = '';
  for (let i = 0; i < runs.length; ) {
    const { href, ids } = runs[i] as Run;
    let inner = '';
    do inner += writeMarked(runs[i++] as Run);
    while (i < runs.length && runs[i]?.href === href && runs[i]?.ids === undefined);
    if (href === undefined && ids === undefined) html += inner;
    else {
      const id = ids?.[0] === undefined ? '' : ` id="${escapeHtml(ids[0])}"`;
      html += `<a${id}${href === undefined ? '' : ` href="${escapeHtml(href)}"`}>${inner}</a>`;
    }
  }
  return html;
}

/** Writes language and direction, where they differ from those of the page. */
export function writeTongue({ lang, dir }: Tongue): string {
  return `${lang ? ` lang="${escapeHtml(lang)}"` : ''}${dir ? ` dir="${dir}"` : ''}`;
}

function writeMarked(run: Run): string {
  const { text, marks, atom } = run;
  const content = atom ? writeAtom(atom) : writeText(text);
  const tongue = writeTongue(run);
  const inner = tongue === '' ? content : `<span${tongue}>${content}</span>`;
  if (marks.length === 0) return inner;
  const open = marks.map((mark) => `<${mark}>`).join('');
  const close = marks
    .map((mark) => `</${mark}>`)
    .reverse()
    .join('');
  return open + inner + close;
}

/** Browsers that don't know ruby show the brackets. */
function writeAtom(atom: Atom): string {
  if (atom.kind === 'math') return writeMath(atom.math);
  const pairs = atom.pairs.map(({ base, reading }) =>
    reading === ''
      ? escapeHtml(base)
      : `${escapeHtml(base)}<rp>(</rp><rt>${escapeHtml(reading)}</rt><rp>)</rp>`,
  );
  return `<ruby>${pairs.join('')}</ruby>`;
}

function writeMath({ name, attributes, text, children = [] }: MathNode): string {
  const own = attributes.map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join('');
  const content = text === undefined ? children.map(writeMath).join('') : escapeHtml(text);
  return `<${name}${own}>${content}</${name}>`;
}

function writeText(text: string): string {
  return /[&<>"\n]/.test(text) ? escapeHtml(text).replaceAll('\n', '<br>') : text;
}

/** Escapes text for element content and quoted attribute values. */
export function escapeHtml(text: string): string {
  return !/[&<>"]/.test(text)
    ? text
    : text.replace(/[&<>"]/g, (character) => ESCAPES[character] as string);
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
