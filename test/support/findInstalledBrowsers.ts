import { accessSync, constants } from 'node:fs';
import { posix, win32 } from 'node:path';

/** What the search for a browser looks at; tests hand in their own. */
export type Machine = {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  isExecutable: (path: string) => boolean;
};

/**
 * The Chrome, Chromium and Edge programs found in the usual places, best first.
 * There may be several: one that is found can still fail to start (Ubuntu's `chromium-browser`
 * without its snap, for one), so the caller tries them in turn.
 */
export function findInstalledBrowsers(machine: Machine = thisMachine): string[] {
  return [...new Set(listUsualPlaces(machine))].filter(machine.isExecutable);
}

const thisMachine: Machine = { platform: process.platform, env: process.env, isExecutable };

function listUsualPlaces({ platform, env }: Machine): string[] {
  switch (platform) {
    case 'darwin':
      return listMacPlaces(env);
    case 'win32':
      return listWindowsPlaces(env);
    default:
      return listLinuxPlaces(env);
  }
}

const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
];

function listLinuxPlaces(env: Machine['env']): string[] {
  const folders = (env.PATH ?? '').split(':').filter(posix.isAbsolute);
  folders.push('/usr/local/bin', '/usr/bin', '/snap/bin');
  return [
    ...linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name))),
    '/opt/google/chrome/chrome',
    '/usr/lib/chromium/chromium',
  ];
}

function listMacPlaces(env: Machine['env']): string[] {
  const folders = ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])];
  const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  return names.flatMap((name) =>
    folders.map((folder) => posix.join(folder, `${name}.app/Contents/MacOS/${name}`)),
  );
}

function listWindowsPlaces(env: Machine['env']): string[] {
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
  const names = [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ];
  return names.flatMap((name) =>
    folders.flatMap((folder) => (folder ? [win32.join(folder, name)] : [])),
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
