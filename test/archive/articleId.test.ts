import { describe, expect, test } from 'vitest';
import { buildArticleId, hashToBase32 } from '../../src/archive/article/articleId.ts';

/**
 * Bookmarks hold ids, so an id may never change. The values were made with `sha256sum | xxd -r -p | base32`,
 * not with the code under test.
 */
describe('buildArticleId', () => {
  test('known values', () => {
    expect(hashToBase32('x')).toBe('fvyrmqvxe2ye');
    expect(buildArticleId(['金融', '新浪财经', '新浪财经－国內'], '0！.md')).toBe('siq2e2admqbr');
    expect(buildArticleId(['a', 'b'], 'é.md')).toBe('oekrsfyqvago');
  });

  test('composed and decomposed letters are one name: file systems rewrite them', () => {
    expect(buildArticleId(['a', 'b'], 'e\u0301.md')).toBe(buildArticleId(['a', 'b'], '\u00e9.md'));
    expect(buildArticleId(['cafe\u0301'], 'n.md')).toBe(buildArticleId(['caf\u00e9'], 'n.md'));
  });

  test('one name in two sources gives two ids', () => {
    expect(buildArticleId(['新媒体', 'cnBeta'], 'n.md')).not.toBe(
      buildArticleId(['金融', '新浪财经'], 'n.md'),
    );
  });

  test('the folder makes a difference only where it is given', () => {
    const plain = buildArticleId(['a'], 'n.md');
    expect(buildArticleId(['a'], 'n.md', '')).toBe(plain);
    const moved = buildArticleId(['a'], 'n.md', 'x/n.md');
    expect(moved).not.toBe(plain);
    expect(buildArticleId(['a'], 'n.md', 'y/n.md')).not.toBe(moved);
  });

  test('a hundred thousand names, no collision, twelve letters each', () => {
    const ids = new Set<string>();
    for (let i = 0; i < 100_000; i++) ids.add(hashToBase32(`n${i}`));
    expect(ids.size).toBe(100_000);
    for (const id of ids) if (!/^[a-z2-7]{12}$/.test(id)) throw new Error(id);
  });
});
