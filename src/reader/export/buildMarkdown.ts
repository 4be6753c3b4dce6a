/**
 * Gives the Markdown of an article's text, from its elements on the page; what the page adds to them is left out.
 * Anything that Markdown can't say comes as its words.
 */
export function buildMarkdown(root: ParentNode): string {
  return joinBlocks([...root.childNodes].map(buildBlock));
}

function buildBlock(node: Node): string {
  if (node instanceof Text) return escapeText(node.data).trim();
  if (!(node instanceof Element)) return '';
  switch (node.localName) {
    case 'h2':
    case 'h3':
    case 'h4':
      return `${'#'.repeat(Number(node.localName[1]))} ${buildInline(node)}`;
    case 'hr':
      return '---';
    case 'pre':
      return `${fence(node)}\n${node.textContent.replace(/\n$/, '')}\n${fence(node)}`;
    case 'blockquote':
    case 'aside':
      return prefixLines(buildMarkdown(node), '> ', '> ');
    case 'ul':
    case 'ol':
      return buildList(node);
    case 'table':
      return buildTable(node as HTMLTableElement);
    case 'img':
      return buildImage(node);
    case 'figcaption':
      return `*${buildInline(node)}*`;
    case 'figure':
    case 'div':
    case 'dl':
      return buildMarkdown(node);
    case 'dd':
      return hasBlocks(node) ? buildMarkdown(node) : buildInline(node);
    case 'button':
      return ''; // the page's own
    default:
      return node.matches('.dead-picture') ? '' : buildInline(node);
  }
}

function buildList(list: Element): string {
  const start = Number(list.getAttribute('start') ?? 1);
  const items = [...list.children].map((item, index) => {
    const mark = list.localName === 'ol' ? `${start + index}. ` : '- ';
    const text = hasBlocks(item) ? buildMarkdown(item) : buildInline(item);
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
function buildTable(table: HTMLTableElement): string {
  const rows = [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => [
      buildInline(cell).replaceAll('|', '\\|').replaceAll('\n', ' '),
      ...Array<string>(Math.max(0, cell.colSpan - 1)).fill(''),
    ]),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return '';
  const hasHead = table.tHead !== null || table.rows[0]?.querySelector('td') === null;
  const head = hasHead ? (rows.shift() ?? []) : [];
  const line = (cells: string[]) =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const caption = table.caption ? [`**${buildInline(table.caption)}**`, ''] : [];
  const rule = `|${' --- |'.repeat(width)}`;
  return [...caption, line(head), rule, ...rows.map(line)].join('\n');
}

function buildImage(image: Element): string {
  const source = image.getAttribute('src');
  const alt = escapeText(image.getAttribute('alt') ?? '');
  return source ? `![${alt}](${escapeAddress(new URL(source, document.baseURI).href)})` : alt;
}

const MARKS: Readonly<Record<string, string>> = { strong: '**', em: '*', del: '~~' };

function buildInline(element: Element): string {
  return [...element.childNodes]
    .map((node) => {
      if (node instanceof Text) return escapeText(node.data.replace(/\s+/g, ' '));
      if (!(node instanceof Element)) return '';
      const { localName } = node;
      if (localName === 'br') return '\\\n';
      if (localName === 'img') return buildImage(node);
      if (node.matches('button, rp, rt, .dead-picture')) return '';
      if (localName === 'code') return buildCode(node.textContent);
      const text = buildInline(node);
      const mark = MARKS[localName];
      if (mark) return text.trim() === '' ? text : `${mark}${text.trim()}${mark}`;
      const href = localName === 'a' ? node.getAttribute('href') : null;
      return href ? `[${text}](${escapeAddress(new URL(href, document.baseURI).href)})` : text;
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

/** Signs that would mean something to Markdown, where they could. */
function escapeText(text: string): string {
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
