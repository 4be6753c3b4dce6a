import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../src/archive/article/parseArticle.ts';
import { publishNothing } from '../support/publishNothing.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/articles', import.meta.url));

const PAGE = /^what stands around the article was left out: “/;
const YAML = /^front matter is not valid YAML .*: read line by line$/;
const NO_DATE = /^has no date$/;
const TITLE =
  /^title “.*” was read as “.*”: (?:as the body prints it|its pairs are quotation marks)$/;
const NO_TITLE = /^has no title: the first words of the body stand in for it$/;
const MISSING = /^media “.*” can’t be had: a note stands in its place$/;
const TOO_MUCH = /would have left out too much: nothing of it was left out$/;
/**
 * Content files whose oddity the report has to name, with words of the reason. All others go through without a remark:
 * a report that also speaks of ordinary files is one that nobody reads.
 */
const REPORTED: Record<string, RegExp[]> = {
  'body-that-only-repeats-its-title': [TOO_MUCH],
  'date-invalid': [/^date “Invalid Date” is no date$/],
  'date-of-no-calendar': [/^date “2022-02-31 10:00:00” is no date$/],
  'date-of-no-calendar-in-english': [/^date “Thu, 31 Feb 2022 10:00:00 GMT” is no date$/],
  'date-wrong-but-published-right': [/^date “Invalid Date” is no date: published “2022-05-20”/],
  'date-zone-of-several-meanings': [/CST was taken for Beijing time$/],
  'head-alias-is-not-followed': [YAML],
  'head-duplicate-key': [/duplicated/],
  'head-empty': [NO_TITLE, NO_DATE],
  'head-function-tag-is-not-run': [/unknown .*tag.*function/],
  'head-javascript-is-not-run': [/^no front matter/, NO_TITLE, NO_DATE],
  'head-json-damaged': [/^front matter is not valid JSON .*: read line by line$/],
  'head-merge-bomb-is-not-expanded': [YAML],
  'head-nested-map-is-left-out': [/^front matter key “extra” is neither text nor a list/],
  'head-none': [/^no front matter/, NO_TITLE, NO_DATE],
  'head-tab': [YAML],
  'head-title-begins-like-an-alias': [YAML],
  'head-title-with-both-quotes': [YAML, TITLE],
  'head-title-with-escaped-quote': [YAML, TITLE],
  'head-title-with-unquoted-colon': [YAML],
  'head-toml': [/^front matter key “params” is neither/],
  'head-unclosed': [/^the front matter has no closing ---/],
  'head-without-borders': [/^the front matter has no opening ---/],
  'head-without-first-line': [/^the front matter has no opening ---/],
  'markdown-first-heading-is-the-title': [/^no front matter/, NO_DATE],
  'markdown-of-jekyll': [/^picture “\/pictures\/street.png” is not there: left out$/],
  'objects-and-sounds-by-id': [MISSING],
  'page-of-an-old-site': [
    /^date .* was found in the text/,
    /^title .*: the rest names the site$/,
    PAGE,
  ],
  'page-saved-whole': [/^title .*: the rest names the site$/, PAGE],
  'page-with-linked-data': [PAGE],
  'page-without-names': [PAGE, NO_DATE],
  'hidden-body-is-shown': [TOO_MUCH],
  'hidden-half-of-a-body-is-shown': [TOO_MUCH],
  'hidden-only-picture-is-shown': [TOO_MUCH],
  'frames-become-cards': [MISSING],
  'media-that-nobody-has': [MISSING, MISSING, MISSING],
  'picture-data-address': [/^picture “data:image\/png.*” is not there: left out$/],
  'picture-missing-beside-the-file': [/^picture “pictures\/gone.png” is not there: left out$/],
  'picture-outside-of-the-folder': [/^picture “..\/..\/..\/secret.png” is not there: left out$/],
  'prose-with-a-colon-is-no-head': [/^no front matter/, NO_TITLE, NO_DATE],
  'picture-that-nobody-has': [
    /^picture “file:.*” has no address that can be asked: left out$/,
    /^picture “data:image\/gif.*” has no address that can be asked: left out$/,
  ],
  'script-and-handlers-are-no-content': [/^picture “x” is not there/],
  'tags-between-commas': [/^updated “昨天” is no date: left out$/],
  'tags-that-are-not-known': [/^its tags weather stay as text$/],
  'table-with-pictures-and-code-in-cells': [/^picture “gone.png” is not there: left out$/],
  'template-class-around-a-body': [TOO_MUCH],
  'title-blank': [NO_TITLE],
  'title-over-lines-with-apostrophe': [YAML],
  'title-underscore-pair': [TITLE],
  'title-with-entities': [TITLE],
  'title-two-underscore-pairs-in-a-row': [TITLE],
  'title-straight-quotes': [TITLE],
  'title-quotes-and-underscores-mixed': [TITLE],
  'original-title-equal-but-for-dash-and-quotes': [TITLE],
  'first-paragraph-gives-quotes-back': [TITLE],
  'wrapper-whose-picture-is-unusable': [/^picture “data:image\/gif.*” has no address/],
};

/** Stands in for ImageStore: one picture lies beside the content file, and what is embedded is whole if it is long. */
function publishPicture(_path: string, address: string) {
  if (address === 'pictures/street.png')
    return { src: 'archive/images/street.png', width: 640, height: 480 };
  return address.startsWith('data:image/png') && address.length > 60
    ? { src: 'archive/images/embedded.png', width: 2, height: 2 }
    : publishNothing();
}

function parseFixture(name: string) {
  return parseArticle(
    `专题/本地/${name}.md`,
    readFileSync(join(FOLDER, `${name}.md`)),
    publishPicture,
  );
}

/**
 * Each pair `<behaviour>.md` and `<behaviour>.json` shows one behaviour of the article pipeline: a content file as
 * the archive's writer would have written it, and the whole article that has to come out (without its id). The
 * expected side was written from the rules on the archive's format, not from the output. Everything in them is
 * invented.
 */
describe('content file → article', () => {
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -'.md'.length));

  test.each(names)('%s', (name) => {
    const { value, problems } = parseFixture(name);
    const { id, ...article } = value ?? { id: 'rejected' };
    expect(article).toEqual(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')));
    expect(id).toMatch(/^[a-z2-7]{12}$/);
    // What is left out of any article of its kind is no remark, how ever short the fixture; guard.test.ts looks at it.
    const remarks = problems.filter(({ kind }) => kind !== 'dropped' && kind !== 'lost');
    const reasons = remarks.map((problem) => problem.reason.en);
    const expected = REPORTED[name] ?? [];
    expect(reasons, reasons.join('\n')).toHaveLength(expected.length);
    expected.forEach((pattern, index) => {
      expect(reasons[index]).toMatch(pattern);
    });
  });

  test('fixtures come in pairs, at least 45 of them', () => {
    const files = readdirSync(FOLDER);
    for (const name of names) expect(files).toContain(`${name}.json`);
    expect(files).toHaveLength(names.length * 2);
    expect(names.length).toBeGreaterThanOrEqual(45);
    for (const name of Object.keys(REPORTED)) expect(names).toContain(name);
  });
});
