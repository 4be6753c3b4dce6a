import { createHash } from 'node:crypto';

/** What stands around the content of every article's page. */
export interface PageShell {
  /** From the beginning to where the page's own head lines go. */
  start: string;
  /** From there to the drawn article. */
  middle: string;
  /** From the drawn article to the page's data. */
  data: string;
  /** From the data to the end. */
  end: string;
}

/** What of the site is put into every article's page. */
export interface InlineParts {
  /** The rules of the first paint. */
  style: string;
  /** The script that gives the page the looks that the reader has set. */
  looks: string;
}

const TAGS = /[ \t]*<(?:script type="module"|link rel="modulepreload")[^>]*>(?:<\/script>)?\n?/g;
const SHEETS = /[ \t]*<link rel="stylesheet"[^>]*>\n?/g;
const EARLY = /[ \t]*<script src="([^"]*early\.js)"><\/script>\n?/;
/** An icon that stands in the page itself would stand in each of thousands. */
const ICON = /(<link rel="icon" href=")data:image\/svg\+xml[^"]*/;
const OWN = /[ \t]*<(?:title>[^<]*<\/title|meta name="description"[^>]*)>\n?/g;

/**
 * Makes the shell of articles' pages from a finished `index.html` that carries no data yet. `sheets`: further style
 * sheets, of the reading view. Nothing in it holds up the first paint: the style of that and the reader's looks stand
 * in the page, scripts are deferred, and the style sheets come at the end of the body.
 */
export function buildShell(
  index: string,
  base: string,
  { style, looks }: InlineParts,
  sheets: readonly string[],
): PageShell {
  const scripts = (index.match(TAGS) ?? []).join('');
  const links = [
    ...(index.match(SHEETS) ?? []).map((link) => link.trim()),
    ...sheets.map((href) => `<link rel="stylesheet" crossorigin href="${href}">`),
  ];
  const early = EARLY.exec(index)?.[1];
  const head = index
    .slice(0, index.indexOf('</head>'))
    .replace(TAGS, '')
    .replace(SHEETS, '')
    .replace(EARLY, '')
    .replace(OWN, '')
    .replace(ICON, `$1${base}icon.svg`);
  const body = index.slice(index.indexOf('<div id="root">') + '<div id="root">'.length);
  const rest = body.slice(body.indexOf('</div>')).replace(/<noscript>[\s\S]*?<\/noscript>\s*/, '');
  const [data = '', end = ''] = [rest.slice(0, rest.indexOf('</body>')), '</body>\n</html>\n'];
  return {
    start: head.replace(/<html /, '<html data-page="article" '),
    middle:
      `<style>${style}</style>\n<script data-base="${base}">${looks}</script>\n` +
      `${early ? `<script defer src="${early}"></script>\n` : ''}${scripts}</head>\n<body>\n<div id="root">`,
    data: data.trim(),
    end: `${links.join('\n')}\n${end}`,
  };
}

/** Returns what a policy calls an inline script or style by: `sha256-…`. */
export function hashInline(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
