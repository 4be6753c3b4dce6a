import { describe, expect, test } from 'vitest';
import { buildArticleId, hashToBase32 } from '../../src/archive/article/articleId.ts';
import { assignIds } from '../../src/archive/article/assignIds.ts';

/**
 * Bookmarks hold ids, so an id may never change. The values were made with `sha256sum | xxd -r -p | base32`,
 * not with the code under test.
 */
describe('buildArticleId', () => {
  test('known values: where the folders are the categories, the id is what it always was', () => {
    expect(hashToBase32('x')).toBe('fvyrmqvxe2ye');
    expect(buildArticleId('金融/新浪财经/新浪财经－国內/0！.md')).toBe('siq2e2admqbr');
    expect(buildArticleId('a/b/é.md')).toBe('oekrsfyqvago');
  });

  test('composed and decomposed letters are one name: file systems rewrite them', () => {
    expect(buildArticleId('a/b/e\u0301.md')).toBe(buildArticleId('a/b/\u00e9.md'));
    expect(buildArticleId('cafe\u0301/n.md')).toBe(buildArticleId('caf\u00e9/n.md'));
  });

  test('one name in two folders gives two ids, and so do two cases of a letter', () => {
    expect(buildArticleId('新媒体/cnBeta/n.md')).not.toBe(buildArticleId('金融/新浪财经/n.md'));
    expect(buildArticleId('a/N.md')).not.toBe(buildArticleId('a/n.md'));
  });

  test('a hundred thousand names, no collision, twelve letters each', () => {
    const ids = new Set<string>();
    for (let i = 0; i < 100_000; i++) ids.add(hashToBase32(`n${i}`));
    expect(ids.size).toBe(100_000);
    for (const id of ids) if (!/^[a-z2-7]{12}$/.test(id)) throw new Error(id);
  });
});

describe('assignIds', () => {
  const [composed, decomposed] = ['a/caf\u00e9.md', 'a/cafe\u0301.md'] as const;

  test('of names that differ in Unicode form alone, neither has the id of one that is alone', () => {
    for (const paths of [
      [composed, decomposed],
      [decomposed, composed],
    ]) {
      const { ids, twins } = assignIds(['a/b.md', ...paths]);
      expect(new Set(ids.values()).size).toBe(3);
      expect(ids.get('a/b.md')).toBe(buildArticleId('a/b.md'));
      expect([...ids.values()]).not.toContain(buildArticleId(composed));
      expect([twins.get(composed), twins.get(decomposed)]).toEqual([decomposed, composed]);
    }
    expect(assignIds([composed]).ids.get(composed)).toBe(buildArticleId(decomposed));
  });

  test('three of one name are three', () => {
    const paths = ['\u1ed1', 'o\u0302\u0301', '\u00f4\u0301'];
    expect(new Set(assignIds(paths).ids.values()).size).toBe(3);
  });
});
