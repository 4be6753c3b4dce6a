// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';

/** Each test loads the file anew: a page makes its policy once. */
async function load(trustedTypes?: object) {
  vi.resetModules();
  Object.assign(window, { trustedTypes });
  return (await import('../../src/reader/data/trustScriptAddress.ts')).trustScriptAddress;
}

beforeEach(() => void Reflect.deleteProperty(window, 'trustedTypes'));

describe('trustScriptAddress', () => {
  it('gives programs of this site, also without Trusted Types', async () => {
    const trust = await load();
    expect(trust('/sw.js')).toBe(`${window.location.origin}/sw.js`);
  });

  it.each([
    'https://evil.example/sw.js',
    '//evil.example/sw.js',
    'data:text/javascript,1',
    'blob:null/1',
    'javascript:1',
  ])('refuses %s', async (address) => {
    const trust = await load();
    expect(() => trust(address)).toThrow(TypeError);
  });

  it('makes one policy under the name that the site’s policy allows', async () => {
    const createPolicy = vi.fn((_name: string, rules: object) => rules);
    const trust = await load({ createPolicy });
    trust('/a.js');
    trust('/b.js');
    expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['cangbao']);
  });
});
