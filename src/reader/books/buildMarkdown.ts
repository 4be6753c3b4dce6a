/**
 * Gives the Markdown of an article's text, from its elements; what the page adds to them is left out. Anything that
 * Markdown can't say comes as its words. `complete`: makes an address whole.
 */
export function buildMarkdown(root: ParentNode, complete = completeAddress): string {
  return joinBlocks([...root.childNodes].map((node) => buildBlock(node, complete)));
}

type Complete = (address: string) => string;

function completeAddress(address: string): string {
  return new URL(address, document.baseURI).href;
}

function buildBlock(node: Node, complete: Complete): string {
  if (node instanceof Text) return escapeMarkdown(node.data).trim();
  if (!(node instanceof Element)) return '';
  switch (node.localName) {
    case 'h2':
    case 'h3':
    case 'h4':
      return `${'#'.repeat(Number(node.localName[1]))} ${buildInline(node, complete)}`;
    case 'hr':
      return '---';
    case 'pre':
      return `${fence(node)}\n${node.textContent.replace(/\n$/, '')}\n${fence(node)}`;
    case 'blockquote':
    case 'aside':
      return prefixLines(buildMarkdown(node, complete), '> ', '> ');
    case 'ul':
    case 'ol':
      return buildList(node, complete);
    case 'table':
      return buildTable(node as HTMLTableElement, complete);
    case 'img':
      return buildImage(node, complete);
    case 'figcaption':
      return `*${buildInline(node, complete)}*`;
    case 'figure':
    case 'div':
    case 'dl':
      return buildMarkdown(node, complete);
    case 'dd':
      return hasBlocks(node) ? buildMarkdown(node, complete) : buildInline(node, complete);
    case 'button':
      return ''; // the page's own
    default:
      return node.matches('.dead-picture') ? '' : buildInline(node, complete);
  }
}

function buildList(list: Element, complete: Complete): string {
  const start = Number(list.getAttribute('start') ?? 1);
  const items = [...list.children].map((item, index) => {
    const mark = list.localName === 'ol' ? `${start + index}. ` : '- ';
    const text = hasBlocks(item) ? buildMarkdown(item, complete) : buildInline(item, complete);
    return prefixLines(text, mark, ' '.repeat(mark.length));
  });
  return items.join('\n');
}

function hasBlocks(item: Element): boolean {
  return item.querySelector('p, ul, ol, table, figure, pre, blockquote') !== null;
}

/**
 * Markdown knows neither cells over several columns nor tables without a head: the first stand once, the second get
 * an empty one.
 */
function buildTable(table: HTMLTableElement, complete: Complete): string {
  const rows = [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => [
      buildInline(cell, complete).replaceAll('|', '\\|').replaceAll('\n', ' '),
      ...Array<string>(Math.max(0, cell.colSpan - 1)).fill(''),
    ]),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return '';
  const hasHead = table.tHead !== null || table.rows[0]?.querySelector('td') === null;
  const head = hasHead ? (rows.shift() ?? []) : [];
  const line = (cells: string[]) =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const caption = table.caption ? [`**${buildInline(table.caption, complete)}**`, ''] : [];
  const rule = `|${' --- |'.repeat(width)}`;
  return [...caption, line(head), rule, ...rows.map(line)].join('\n');
}

function buildImage(image: Element, complete: Complete): string {
  const source = image.getAttribute('src');
  const alt = escapeMarkdown(image.getAttribute('alt') ?? '');
  return source ? `![${alt}](${escapeAddress(complete(source))})` : alt;
}

const MARKS: Readonly<Record<string, string>> = { strong: '**', em: '*', del: '~~' };

function buildInline(element: Element, complete: Complete): string {
  return [...element.childNodes]
    .map((node) => {
      if (node instanceof Text) return escapeMarkdown(node.data.replace(/\s+/g, ' '));
      if (!(node instanceof Element)) return '';
      const { localName } = node;
      if (localName === 'br') return '\\\n';
      if (localName === 'img') return buildImage(node, complete);
      if (node.matches('button, rp, rt, .dead-picture')) return '';
      if (localName === 'code') return buildCode(node.textContent);
      const text = buildInline(node, complete);
      const mark = MARKS[localName];
      if (mark) return text.trim() === '' ? text : `${mark}${text.trim()}${mark}`;
      const href = localName === 'a' ? node.getAttribute('href') : null;
      return href ? `[${text}](${escapeAddress(complete(href))})` : text;
    })
    .join('')
    .trim();
}

function buildCode(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function fence(node: Element): string {
  return node.textContent.includes('```') ? '~~~~' : '```';
}

/** Escapes signs that would mean something to Markdown, where they could. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>]/g, '\\$&')
    .replace(/^(\s*)([#+-]|\d+[.)])(?=\s)/, '$1\\$2')
    .replace(/~~/g, '\\~\\~');
}

function escapeAddress(address: string): string {
  return address.replace(/[()\s]/g, (sign) =>
    encodeURIComponent(sign).replace('(', '%28').replace(')', '%29'),
  );
}

function prefixLines(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : rest) + line)
    .join('\n');
}

function joinBlocks(blocks: string[]): string {
  return blocks.filter((block) => block.trim() !== '').join('\n\n');
}
