import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import type { AboutPage } from '../../model/AboutPage.ts';
import { normalizeHeadings } from '../article/findHeadings.ts';
import { linkNotes } from '../article/linkNotes.ts';
import { type ImagePublisher, publishImages } from '../article/publishImages.ts';
import type { Message } from '../command/Message.ts';
import { ExpectedError } from '../command/Message.ts';
import { decodeText } from '../content/decodeText.ts';
import { parseFrontMatter } from '../content/parseFrontMatter.ts';
import { splitFrontMatter } from '../content/splitFrontMatter.ts';
import { type Block, listBlocks, readText } from '../html/blocks.ts';
import { parseBody } from '../html/parseBody.ts';
import { readBlocks } from '../html/readBlocks.ts';
import { writeHtml } from '../html/writeHtml.ts';
import { linkArticles } from '../links/linkArticles.ts';

/** The about page and what has to be told of it. */
export interface BuiltAbout {
  page: AboutPage;
  /** Hosts that it shows pictures from. */
  pictureHosts: string[];
  warnings: Message[];
}

/** Stands where the file names none. */
const TITLE = '关于';

/**
 * Builds the about page from the owner's Markdown file. HTML in it is read as that of articles is, so only the
 * elements of the closed list remain (`html/writeHtml.ts`). `path`: below the content folder.
 */
export function buildAbout(contentDir: string, path: string, publish: ImagePublisher): BuiltAbout {
  const { text } = decodeText(readFileSync(join(contentDir, path)));
  const parts = splitFrontMatter(path, text ?? '').value;
  const fields = parseFrontMatter(path, parts).value;
  const tree = parseBody(new MarkdownIt({ html: true, linkify: true }).render(parts.body));
  if (!tree) {
    throw new ExpectedError({
      zh: `关于页面 ${path} 太大了，放不进一页。`,
      en: `The about page ${path} is too large for one page.`,
    });
  }
  const { title, rest } = takeTitle(readBlocks(tree).blocks);
  const warnings: Message[] = [];
  const publishOrWarn: ImagePublisher = (file, address) => {
    const result = publish(file, address);
    if (!('src' in result)) {
      warnings.push({
        zh: `关于页面 ${path} 里的图片“${address}”${result.zh}，没有放进去。`,
        en: `The picture “${address}” of the about page ${path} ${result.en}: left out.`,
      });
    }
    return result;
  };
  linkNotes(rest);
  // A path of another site leads nowhere here.
  linkArticles(rest, () => undefined);
  const blocks = publishImages(normalizeHeadings(rest), path, publishOrWarn, []);
  const given = typeof fields.title === 'string' ? fields.title.trim() : '';
  const page = { title: given || title || TITLE, html: '' };
  page.html = writeHtml(blocks, page.title);
  return { page, pictureHosts: listHosts(blocks), warnings };
}

/** Takes the heading of the first level that the text begins with: the page has one of its own. */
function takeTitle(blocks: Block[]): { title: string | undefined; rest: Block[] } {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'heading' || first.level !== 1) return { title: undefined, rest: blocks };
  return { title: readText(first.runs), rest };
}

function listHosts(blocks: readonly Block[]): string[] {
  const hosts = listBlocks(blocks).flatMap((block) => {
    const src = block.kind === 'figure' ? block.image.src : '';
    return src.startsWith('https:') ? new URL(src).host : [];
  });
  return [...new Set(hosts)];
}
