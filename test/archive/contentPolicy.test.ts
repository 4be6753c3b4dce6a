import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readPictureAddress } from '../../src/archive/html/readAddress.ts';
import { buildPolicy } from '../../src/archive/output/contentPolicy.ts';
import { formatHeaders, insertPolicy, writePolicy } from '../../src/archive/output/writePolicy.ts';
import { sendHeaders } from '../../src/archive/vite/sendHeaders.ts';

const PAGE = '<!doctype html>\n<html>\n  <head>\n    <meta charset="utf-8" />\n  </head></html>';
const manyHosts = Array.from({ length: 120 }, (_, n) => `pictures-${n}.example`);

function readDirectives(policy: string): Record<string, string> {
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );
}

describe('the policy', () => {
  test('names the hosts of pictures and nothing else that lies outside', () => {
    const policy = readDirectives(buildPolicy(['a.example', 'b.example:8443']));
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' https://a.example https://b.example:8443 data:",
      'media-src': "'self' https://a.example https://b.example:8443",
      'connect-src': "'self' https://a.example https://b.example:8443",
      'require-trusted-types-for': "'script'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
    expect(JSON.stringify(policy)).not.toMatch(/unsafe|\*|blob:/);
  });

  test('lets pages ask what readers sync with, and show or run nothing of it', () => {
    const policy = readDirectives(buildPolicy(['a.example'], { syncHosts: ['dav.example:8443'] }));
    expect(policy['connect-src']).toBe("'self' https://a.example https://dav.example:8443");
    const others = Object.entries(policy).filter(([name]) => name !== 'connect-src');
    expect(JSON.stringify(others)).not.toContain('dav.example');
  });

  // Forbidden in no URL, and each would open the policy: a host of `*` to everyone, one with `;` to another directive.
  test.each([
    'https://*/a.png',
    'https://*.example/a.png',
    'https://a.example;script-src/a.png',
    "https://a.example,script-src'/a.png",
    "https://'unsafe-inline'/a.png",
    'https://[::1]/a.png',
    'https://a.example./a.png',
    'https:///a.png;',
  ])('can’t be opened by the address of a picture: %s', (address) => {
    const host = readPictureAddress(address);
    expect(host === undefined || /^https:\/\/[a-z.]+\/[^/]*$/.test(host)).toBe(true);
    expect(readPictureAddress('https://a_b.n-c.example:8443/a.png')).toBe(
      'https://a_b.n-c.example:8443/a.png',
    );
  });
});

describe('the page', () => {
  test('begins its head with the policy', () => {
    const page = insertPolicy(PAGE, buildPolicy(['a.example']));
    expect(page).toMatch(
      /<head>\s*<meta http-equiv="Content-Security-Policy" content="[^"]+" \/>\s*<meta charset/,
    );
    expect(page).not.toContain('\uFEFF');
  });

  test('tells its encoding by a byte order mark where many hosts push the declaration back', () => {
    const page = insertPolicy(PAGE, buildPolicy(manyHosts));
    expect(page.indexOf('charset')).toBeGreaterThan(1024);
    expect(page.startsWith('\uFEFF<!doctype')).toBe(true);
  });

  test('is not written without it', () => {
    expect(() => insertPolicy('<p>', buildPolicy([]))).toThrow('no <head>');
  });
});

describe('the headers', () => {
  test('say the same, and who may frame the site; the worker has its own', () => {
    const lines = formatHeaders('/news/', ['a.example']).split('\n');
    expect(lines[0]).toBe('/news/*');
    expect(lines[1]).toBe(
      `  Content-Security-Policy: ${buildPolicy(['a.example'])}; frame-ancestors 'none'`,
    );
    const worker = lines.slice(lines.indexOf('/news/sw.js'));
    expect(worker[1]).toContain(
      "default-src 'none'; script-src 'self'; connect-src 'self' https://a.example",
    );
  });

  test('leave the hosts to the page where they are too many for a line', () => {
    const text = formatHeaders('/', manyHosts);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(2000);
    expect(text).toContain(
      "img-src 'self' https: data:; media-src 'self' https:; connect-src 'self' https:;",
    );
    expect(text).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
  });

  test('stand beside the page', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cangbao-policy-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'index.html'), PAGE);
    writePolicy(folder, '/', ['a.example']);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('https://a.example');
    expect(readFileSync(join(folder, '_headers'), 'utf8')).toBe(formatHeaders('/', ['a.example']));
  });

  test('are sent by npm start as they stand, those for all paths', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cangbao-policy-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, '_headers');
    const send = () => {
      const sent: Record<string, string> = {};
      const response = { setHeader: (name: string, value: string) => (sent[name] = value) };
      sendHeaders(file)({} as never, response as never, () => {});
      return sent;
    };
    expect(send()).toEqual({});
    writeFileSync(file, formatHeaders('/', ['a.example']));
    expect(send()).toEqual({
      'Content-Security-Policy': `${buildPolicy(['a.example'])}; frame-ancestors 'none'`,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    });
  });

  test('make another version of the app where the hosts are others', () => {
    const versions = [['a.example'], ['a.example'], ['b.example']].map((hosts) => {
      const folder = mkdtempSync(join(tmpdir(), 'cangbao-policy-'));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      const page = PAGE.replace(
        '</head>',
        '<meta name="app-version" content="0123456789" /></head>',
      );
      for (const name of ['index.html', 'app.html']) writeFileSync(join(folder, name), page);
      writeFileSync(join(folder, 'sw.js'), 'const version = "0123456789";');
      writePolicy(folder, '/', hosts);
      const version = /name="app-version" content="([^"]+)"/.exec(
        readFileSync(join(folder, 'app.html'), 'utf8'),
      )?.[1];
      expect(readFileSync(join(folder, 'sw.js'), 'utf8')).toBe(`const version = "${version}";`);
      expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain(`content="${version}"`);
      expect(readFileSync(join(folder, 'app.html'), 'utf8')).toContain(hosts[0]);
      return version;
    });
    expect(versions[0]).toBe(versions[1]);
    expect(versions[2]).not.toBe(versions[0]);
  });
});
