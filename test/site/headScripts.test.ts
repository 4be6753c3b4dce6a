/** What the owner's lines of the head may do, and that without scripts in them the policy is what it was. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { buildPolicy, buildWorkerPolicy } from '../../src/archive/output/contentPolicy.ts';
import { formatHeaders } from '../../src/archive/output/writePolicy.ts';
import { describeHead, listHeadScripts } from '../../src/archive/site/headScripts.ts';

const inline = "var a = a || []; (function () { a.push('1'); })();";
const head = [
  '<meta name="verify" content="1">',
  '<script src="https://stats.example/hm.js?1" async></script>',
  `<script>${inline}</script>`,
  '<script type="application/ld+json">{"@type":"WebSite"}</script>',
];

test('without scripts, the policy is byte for byte what it is without settings', () => {
  const quiet = { head: ['<meta name="a" content="b">', head[3] ?? ''], headHosts: ['x.example'] };
  const scripts = listHeadScripts(quiet);
  expect(scripts).toBeUndefined();
  expect(buildPolicy(['p.example'], { scripts })).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https://p.example data:; " +
      "media-src 'self' https://p.example; connect-src 'self' https://p.example; worker-src 'self'; manifest-src 'self'; base-uri 'none'; " +
      "form-action 'none'; require-trusted-types-for 'script'; trusted-types dompurify cangbao",
  );
  expect(describeHead(quiet)[0]?.en).toContain('head_hosts of site.yaml is not used');
});

describe('with scripts', () => {
  const scripts = listHeadScripts({ head, headHosts: ['stats.example', 'p.example'] });
  const policy = buildPolicy(['p.example'], { scripts });
  const read = (name: string) => new RegExp(`(?:^|; )${name} ([^;]*)`).exec(policy)?.[1];

  test('the hosts and the hashes of what stands in the page are allowed, and nothing else', () => {
    const hash = createHash('sha256').update(inline).digest('base64');
    expect(read('script-src')).toBe(
      `'self' https://stats.example https://p.example 'sha256-${hash}'`,
    );
    expect(read('connect-src')).toBe("'self' https://p.example https://stats.example");
    expect(read('img-src')).toBe("'self' https://p.example https://stats.example data:");
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  test('no Trusted Types are asked for, which others’ scripts don’t know', () => {
    expect(policy).not.toContain('trusted-types');
    expect(read('form-action')).toBe("'none'");
  });

  test('the worker may ask their hosts, and runs nothing of theirs', () => {
    const worker = buildWorkerPolicy([], scripts);
    expect(worker).toContain("connect-src 'self' https://stats.example https://p.example;");
    expect(worker).toContain("script-src 'self';");
    expect(formatHeaders('/', [], { scripts })).toContain(worker);
  });
});

test.each([
  ['<script src="https://b.example/x.js"></script>', 'b.example'],
  ["<script async src='//c.example/x.js'></script>", 'c.example'],
  ['<script src=https://d.example:8443/x.js></script>', 'd.example:8443'],
])('a script whose host is not named is told of: %s', (line, host) => {
  expect(describeHead({ head: [line], headHosts: ['a.example'] })[0]?.en).toContain(host);
  expect(describeHead({ head: [line], headHosts: [host] })).toEqual([]);
});

test.each(['<script src="/own.js"></script>', '<script src="own.js"></script>'])(
  'a script of the site’s own needs no host: %s',
  (line) => {
    expect(describeHead({ head: [line], headHosts: [] })).toEqual([]);
  },
);
