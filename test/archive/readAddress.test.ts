import { describe, expect, test } from 'vitest';
import { readLinkAddress, readPictureAddress } from '../../src/archive/html/readAddress.ts';

/** Only http(s) leaves the build; redirects are resolved to where they lead. */
describe('readLinkAddress', () => {
  test.each([
    ['https://bus.example/a', 'https://bus.example/a'],
    ['HTTP://Bus.Example/a b', 'http://bus.example/a%20b'],
    [' //bus.example/a ', 'https://bus.example/a'],
    ['https://link.zhihu.com/?target=https%3A//bus.example/a%3Fb%3D1', 'https://bus.example/a?b=1'],
    ['https://link.juejin.cn/?target=http%3A%2F%2Fbus.example', 'http://bus.example/'],
    [
      'https://www.oschina.net/action/GoToLink?url=https%3A%2F%2Fbus.example%2F',
      'https://bus.example/',
    ],
    [
      'https://s.weibo.com/weibo?q=%23%E5%A4%9C%23&from=default',
      'https://s.weibo.com/weibo?q=%23%E5%A4%9C%23&from=default',
    ],
    // A redirect to nothing usable stays what it is.
    [
      'https://link.zhihu.com/?target=javascript%3Aalert(1)',
      'https://link.zhihu.com/?target=javascript%3Aalert(1)',
    ],
    ['https://link.zhihu.com/', 'https://link.zhihu.com/'],
    // Only the redirect's own site is one.
    [
      'https://evil.example/link.zhihu.com/?target=https://b.example',
      'https://evil.example/link.zhihu.com/?target=https://b.example',
    ],
    [
      'https://link.zhihu.com.evil.example/?target=https%3A//b.example',
      'https://link.zhihu.com.evil.example/?target=https%3A//b.example',
    ],
  ])('%s → %s', (value, address) => {
    expect(readLinkAddress(value)).toBe(address);
  });

  test.each([
    undefined,
    '',
    '#top',
    '/a',
    'a.html',
    '../a',
    'javascript:alert(1)',
    ' jAvAscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://bus.example/1',
    'mailto:a@b.example',
    'ftp://bus.example/',
    'https://',
    'https://bus.example:99999/',
    'https://name@bus.example/',
    'https://name:word@bus.example/',
    'https:bus.example',
  ])('%j is no address', (value) => {
    expect(readLinkAddress(value)).toBeUndefined();
  });
});

describe('readPictureAddress', () => {
  test.each([
    ['http://pic.example/a.jpg', 'https://pic.example/a.jpg'],
    ['//pic.example/a.jpg', 'https://pic.example/a.jpg'],
    ['https://cors.zfour.workers.dev/?http://pic.example/a.jpg', 'https://pic.example/a.jpg'],
    ['pictures/a.svg', 'pictures/a.svg'],
    ['./a.png', './a.png'],
    ['/images/a.png', '/images/a.png'],
    ['pictures\\a.png', 'pictures/a.png'],
    ['../a.png', '../a.png'],
    ['夜 站.png', '夜 站.png'],
  ])('%s → %s', (value, address) => {
    expect(readPictureAddress(value)).toBe(address);
  });

  test.each([
    undefined,
    '',
    ' ',
    '#',
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'about:blank',
    'C:\\a.png',
    'https://',
  ])('%j is none', (value) => {
    expect(readPictureAddress(value)).toBeUndefined();
  });

  test('http on a port of its own can’t be raised to https: the port stays as written', () => {
    expect(readPictureAddress('http://pic.example:8080/a.jpg')).toBe(
      'https://pic.example:8080/a.jpg',
    );
    expect(readPictureAddress('http://pic.example:80/a.jpg')).toBe('https://pic.example/a.jpg');
  });
});
