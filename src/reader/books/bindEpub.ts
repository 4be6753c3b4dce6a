import { bookWords } from '../words/bookWords.ts';
import { type Binder, type BookFacts, nameEnding } from './Book.ts';
import { drawCover } from './drawCover.ts';
import { buildContents, buildNavigation, buildNcx, type ContentsLine } from './epubContents.ts';
import {
  BOOK_FOLDER,
  type BookFile,
  buildPackage,
  CONTAINER,
  EPUB_TYPE,
  NCX_TYPE,
} from './epubPackage.ts';
import {
  buildChapterPage,
  buildDatesPage,
  buildMissingPage,
  buildNotesPage,
  buildTitlePage,
  hasEndNotes,
  type ListedChapter,
  nameChapter,
} from './epubPages.ts';
import { buildEpubStyle } from './epubStyle.ts';
import type { Zip } from './openZip.ts';

const PAGE_TYPE = 'application/xhtml+xml';

/** Builds an EPUB 3: a file for each article, its pictures once each, contents by category and by date. */
export async function bindEpub(facts: BookFacts, zip: Zip): Promise<Binder> {
  const id = `urn:uuid:${crypto.randomUUID()}`;
  const chapters: ListedChapter[] = [];
  const pages: BookFile[] = [];
  const pictures: BookFile[] = [];
  await zip.add('mimetype', EPUB_TYPE, true);
  await zip.add('META-INF/container.xml', CONTAINER);
  await write('style.css', buildEpubStyle(facts.isVertical));

  async function write(name: string, content: string | Blob, isStored = false) {
    await zip.add(BOOK_FOLDER + name, content, isStored);
  }

  /** Writes a page; returns its line in the contents. */
  async function writePage(name: string, title: string, page: string) {
    await write(name, page);
    return { title, file: name };
  }

  return {
    // Each article is a file of its own.
    prefixFor: () => '',
    keepsPictures: false,
    linkArticle: nameChapter,
    async addPicture(picture) {
      const name = `p-${pictures.length + 1}.${nameEnding(picture)}`;
      pictures.push({ name, type: picture.type, isPage: false });
      await write(name, picture.data, true);
      return name;
    },
    async addChapter(chapter, body) {
      const { summary, categories, reason } = chapter;
      const notes = hasEndNotes(chapter, body) ? chapter.notes : [];
      chapters.push({ summary, categories, notes, ...(reason !== undefined && { reason }) });
      const page = buildChapterPage(facts, chapter, body);
      const name = nameChapter(summary.id);
      const properties = page.includes('<math ') ? { properties: 'mathml' } : {};
      pages.push({ name, type: PAGE_TYPE, isPage: true, ...properties });
      await write(name, page);
    },
    async finish() {
      const before: ContentsLine[] = [
        await writePage('title.xhtml', bookWords.cover, buildTitlePage(facts, chapters)),
        await writePage('dates.xhtml', bookWords.byDate, buildDatesPage(facts, chapters)),
      ];
      const behind: ContentsLine[] = [];
      if (chapters.some(({ notes }) => notes.length > 0))
        behind.push(
          await writePage('notes.xhtml', bookWords.notes, buildNotesPage(facts, chapters)),
        );
      const missing = chapters.filter(({ reason }) => reason !== undefined);
      if (missing.length > 0) {
        const page = buildMissingPage(facts, missing);
        behind.push(await writePage('missing.xhtml', bookWords.missingTitle, page));
      }
      const lines = buildContents(chapters, before, behind);
      await write('nav.xhtml', buildNavigation(facts, lines));
      await write('toc.ncx', buildNcx(facts, id, lines));
      const cover = await drawCover(facts);
      if (cover) await write('cover.jpg', cover, true);
      const asPage = ({ file }: ContentsLine) => ({ name: file, type: PAGE_TYPE, isPage: true });
      const files: BookFile[] = [
        ...before.map(asPage),
        ...pages,
        ...behind.map(asPage),
        { name: 'nav.xhtml', type: PAGE_TYPE, isPage: false, properties: 'nav' },
        { name: 'toc.ncx', type: NCX_TYPE, isPage: false },
        { name: 'style.css', type: 'text/css', isPage: false },
        ...(cover
          ? [{ name: 'cover.jpg', type: 'image/jpeg', isPage: false, properties: 'cover-image' }]
          : []),
        ...pictures,
      ];
      await write('package.opf', buildPackage(facts, id, files));
      return new Blob([await zip.finish()], { type: EPUB_TYPE });
    },
  };
}
