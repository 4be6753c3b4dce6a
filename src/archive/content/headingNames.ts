import type { MarkdownIt, StateCore } from 'markdown-it';

/** `## Title {#name}`: a name of the writer's own. */
const OWN_NAME = /\s*\{#([\w\-.:]+)[^{}\n]*\}$/;

/**
 * Gives headings the names by which a table of contents leads to them: the writer's own, else one made of the words, as
 * most sites make it (`#安装-与-使用`), with small letters and with those that stand there.
 */
export function addHeadingNames({ core, utils }: MarkdownIt): void {
  core.ruler.before('inline', 'own-names', takeOwnNames);
  core.ruler.push('heading-names', (state) => {
    const counts = new Map<string, number>();
    state.tokens.forEach((token, at) => {
      const words = state.tokens[at + 1];
      if (token.type !== 'heading_open' || !words?.children) return;
      const text = words.children.map(({ content }) => content).join('');
      const name = buildName(text);
      const count = counts.get(name.toLowerCase()) ?? 0;
      counts.set(name.toLowerCase(), count + 1);
      const own = token.meta?.name ?? name.toLowerCase() + (count > 0 ? `-${count}` : '');
      const anchor = new state.Token('html_inline', '', 0);
      const [id, other] = [String(own), name].map((each) => utils.escapeHtml(each));
      anchor.content = `<a id="${id}" name="${other}"></a>`;
      words.children.unshift(anchor);
    });
  });
}

function takeOwnNames({ tokens }: StateCore): void {
  tokens.forEach((token, at) => {
    const heading = tokens[at - 1];
    if (heading?.type !== 'heading_open') return;
    const name = OWN_NAME.exec(token.content)?.[1];
    if (name === undefined) return;
    token.content = token.content.replace(OWN_NAME, '');
    heading.meta = { name };
  });
}

/** Blanks become hyphens; of signs only hyphens and underscores stay. */
function buildName(text: string): string {
  return text
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .replace(/\s/g, '-');
}
