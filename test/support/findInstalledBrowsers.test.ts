import { expect, test } from 'vitest';
import { findInstalledBrowsers } from './findInstalledBrowsers.ts';

function findOn(platform: NodeJS.Platform, env: Record<string, string>, files: string[]) {
  return findInstalledBrowsers({ platform, env, isExecutable: (path) => files.includes(path) });
}

test('on Linux Chrome comes before Chromium, and PATH counts', () => {
  expect(
    findOn('linux', { PATH: '/opt/mine:relative:/usr/bin' }, [
      '/usr/bin/chromium',
      '/opt/mine/google-chrome',
      'relative/chromium',
      '/snap/bin/chromium',
    ]),
  ).toEqual(['/opt/mine/google-chrome', '/usr/bin/chromium', '/snap/bin/chromium']);
});

test('on macOS it looks into both Applications folders', () => {
  const own = '/Users/me/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
  expect(findOn('darwin', { HOME: '/Users/me' }, [edge, own])).toEqual([own, edge]);
});

test('on Windows it looks into the program folders', () => {
  const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
  expect(findOn('win32', { PROGRAMFILES: 'C:\\Program Files' }, [chrome])).toEqual([chrome]);
});

test('on a bare machine it finds nothing', () => {
  expect(findOn('linux', {}, [])).toEqual([]);
});
