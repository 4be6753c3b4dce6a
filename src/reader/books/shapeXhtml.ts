/** What may stand at a place. */
export interface XhtmlPlace {
  /** Only words and what stands among them. */
  isInline: boolean;
  /** Within a link, which can't hold another one. */
  isInLink: boolean;
  /** Without headings: head cells and terms. */
  hasNoHeadings: boolean;
}

/** What writes the parts of an element, each where it was found to belong. */
export interface PartWriter {
  writeNodes(nodes: Iterable<Node>): string;
  /** Writes an element whose place is right, whatever stands around it. */
  writePart(element: Element): string;
}

/** What an element holds, in the order that the schema asks for. */
interface Shape {
  /** Written before and behind the element: what has no place in it. */
  before?: string;
  /** Absent where the element itself is not written. */
  inner?: string;
  after?: string;
}

/**
 * Gives elements that are made of parts (lists, tables, figures, ruby) those parts in their order: stray words get
 * an item of their own, a missing part an empty one. Undefined for other elements.
 */
export function shapeChildren(
  name: string,
  element: Element,
  writer: PartWriter,
): Shape | undefined {
  switch (name) {
    case 'ul':
    case 'ol':
      return { inner: wrapStrays(element, ['li'], 'li', writer) };
    case 'dl':
      return { inner: fillTerms(wrapStrays(element, ['dt', 'dd'], 'dd', writer)) };
    case 'figure':
      return shapeFigure(element, writer);
    case 'details':
      return shapeDetails(element, writer);
    case 'ruby':
      return shapeRuby(element, writer);
    case 'table':
      return shapeTable(element, writer);
    case 'thead':
    case 'tbody':
      return { inner: writeRows(listElements(element, 'tr'), writer) };
    case 'tr':
      return { inner: writeCells(element, writer) };
    default:
      return undefined;
  }
}

/** Writes the parts; what stands between them goes into a part `wrap`. */
function wrapStrays(
  element: Element,
  parts: readonly string[],
  wrap: string,
  writer: PartWriter,
): string {
  return [...element.childNodes]
    .map((node) => {
      if (isElement(node) && parts.includes(node.localName)) return writer.writePart(node);
      const words = writer.writeNodes([node]);
      return words.trim() === '' ? '' : `<${wrap}>${words}</${wrap}>`;
    })
    .join('');
}

/** Each explanation has a term before it, and each term an explanation. */
function fillTerms(inner: string): string {
  const filled = inner.startsWith('<dd') ? `<dt></dt>${inner}` : inner;
  return filled.endsWith('</dt>') ? `${filled}<dd></dd>` : filled;
}

/** One caption, behind what it belongs to unless it stands first. */
function shapeFigure(figure: Element, writer: PartWriter): Shape {
  const nodes = [...figure.childNodes].filter((node) => isElement(node) || hasWords(node));
  const caption = nodes.find((node) => isElement(node) && node.localName === 'figcaption');
  const others = writer.writeNodes(nodes.filter((node) => node !== caption));
  if (!caption) return { inner: others };
  const written = writer.writePart(caption as Element);
  return { inner: nodes[0] === caption ? written + others : others + written };
}

function shapeDetails(details: Element, writer: PartWriter): Shape {
  const summary = [...details.children].find((child) => child.localName === 'summary');
  const others = [...details.childNodes].filter((node) => node !== summary);
  const head = summary ? writer.writePart(summary) : '<summary>…</summary>';
  return { inner: head + writer.writeNodes(others) };
}

/** Words and their reading alternate; each pair is a ruby of its own, and words without a reading stand outside. */
function shapeRuby(ruby: Element, writer: PartWriter): Shape {
  let written = '';
  let base = '';
  for (const node of ruby.childNodes) {
    const name = isElement(node) ? node.localName : '';
    if (name === 'rp') continue;
    if (name !== 'rt') base += writer.writeNodes([node]);
    else {
      const reading = writer.writeNodes(node.childNodes);
      written +=
        base.trim() === ''
          ? `（${reading}）`
          : `<ruby>${base}<rp>（</rp><rt>${reading}</rt><rp>）</rp></ruby>`;
      base = '';
    }
  }
  return { after: written + base };
}

/** Caption, one head, bodies; what is none of them stands before the table. */
function shapeTable(table: Element, writer: PartWriter): Shape {
  const caption = listElements(table, 'caption')[0];
  const head = listElements(table, 'thead')[0];
  const parts = new Set(['thead', 'tbody', 'tr']);
  const strays = [...table.childNodes].filter(
    (node) => node !== caption && !(isElement(node) && parts.has(node.localName)),
  );
  const bodies: string[] = [];
  let loose: Element[] = [];
  const close = () => {
    if (loose.length > 0) bodies.push(`<tbody>${writeRows(loose, writer)}</tbody>`);
    loose = [];
  };
  for (const child of table.children) {
    if (child === head || !parts.has(child.localName)) continue;
    if (child.localName === 'tr') loose.push(child);
    else {
      close();
      // A second head is a body.
      bodies.push(`<tbody>${writeRows(listElements(child, 'tr'), writer)}</tbody>`);
    }
  }
  close();
  const written = writer.writeNodes(strays);
  const inner = [
    caption ? writer.writePart(caption) : '',
    head ? writer.writePart(head) : '',
    ...bodies,
  ].join('');
  return { before: written.trim() === '' ? '' : `<p>${written}</p>`, inner };
}

function writeRows(rows: readonly Element[], writer: PartWriter): string {
  return rows.map((row) => writer.writePart(row)).join('');
}

function writeCells(row: Element, writer: PartWriter): string {
  return [...row.children]
    .filter(({ localName }) => localName === 'th' || localName === 'td')
    .map((cell) => writer.writePart(cell))
    .join('');
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function hasWords(node: Node): boolean {
  return node.nodeType === 3 && (node.textContent ?? '').trim() !== '';
}

function listElements(element: Element, name: string): Element[] {
  return [...element.children].filter(({ localName }) => localName === name);
}
