import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { buildArchive } from '../../src/archive/buildArchive.ts';
import { BuildCache } from '../../src/archive/cache/BuildCache.ts';
import { listFiles } from '../../src/archive/output/listFiles.ts';
import { replaceOutput } from '../../src/archive/output/replaceOutput.ts';
import { StandingOutput } from '../../src/archive/output/StandingOutput.ts';
import { DEFAULT_SETTINGS, type SiteSettings } from '../../src/archive/site/SiteSettings.ts';
import { writeContent } from '../site/writeContent.ts';

/** Address of the sites that tests build. */
export const SITE_URL = 'https://news.example.org/';

/** A content folder, and the archive with its feeds that is made of it. */
export class FeedSite {
  readonly root = mkdtempSync(join(tmpdir(), 'cangbao-feeds-'));
  private readonly dist = join(this.root, 'dist');

  write(path: string, text: string): void {
    writeContent(join(this.root, 'content'), { [path]: text });
  }

  /** Writes an article; `date` as `2022-05-20 07:00:00`, none for `undefined`. */
  writeArticle(name: string, fields: Record<string, unknown>, body = '<p>正文。</p>'): void {
    const lines = Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
    this.write(`${name}.md`, `---\n${lines.join('')}---\n${body}\n`);
  }

  /** Takes an article's file away. */
  drop = (name: string) => rmSync(join(this.root, 'content', `${name}.md`));

  /** Builds as a build with a cache does, into the place of what stands. */
  async build(settings: Partial<SiteSettings> = {}): Promise<void> {
    mkdirSync(join(this.root, 'content'), { recursive: true });
    const standing = new StandingOutput(this.dist);
    const outDir = `${this.dist}.partial`;
    await buildArchive({
      contentDir: join(this.root, 'content'),
      site: { ...DEFAULT_SETTINGS, url: SITE_URL, ...settings },
      outDir,
      standing,
      cache: new BuildCache(join(this.root, 'cache/index'), 'key'),
      previousDir: this.dist,
    });
    standing.shareInto(outDir);
    replaceOutput(outDir, this.dist);
  }

  /** Lists what lies outside of the archive folder. */
  list = () => listFiles(this.dist, (path) => path !== 'archive');
  read = (path: string) => readFileSync(join(this.dist, path), 'utf8');
  readJson = (path: string) => JSON.parse(this.read(path)) as JsonFeed;
  remove = () => rmSync(this.root, { recursive: true, force: true });
}

/** What tests look at in a JSON Feed. */
export interface JsonFeed {
  version: string;
  title: string;
  home_page_url: string;
  feed_url: string;
  items: { id: string; url: string; title: string; content_html: string; tags?: string[] }[];
}

/** Parses XML as strictly as the standard asks for. Throws where it is not well-formed. */
export function parseXml(text: string): Document {
  const parser = new new JSDOM('').window.DOMParser();
  const xml = parser.parseFromString(text, 'application/xml');
  const [error] = xml.getElementsByTagName('parsererror');
  if (error) throw new Error(error.textContent ?? 'not well-formed');
  return xml;
}

/** Returns the texts of all elements of a name. */
export function readAll(xml: Document | Element, name: string): string[] {
  return [...xml.getElementsByTagName(name)].map(({ textContent }) => (textContent ?? '').trim());
}
