import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROGRAM } from './bundleFirstScreen.ts';

/** Height of the window that is drawn for, in pixels: what a tall phone shows. */
const HEIGHT = 1000;

/**
 * Draws the first screen with the reader's own components, from the archive files that the page carries (`data`: their JSON, as it
 * stands in the page). Gives its HTML. `folder`: where `bundleFirstScreen` has put the program.
 *
 * The program finds what it asks a browser for before anything is on screen: an address, a size, the page's data.
 */
export async function drawFirstScreen(folder: string, base: string, data: string): Promise<string> {
  const file = join(folder, PROGRAM);
  const window = buildWindow(base, data);
  const before = new Map(
    Object.keys(window).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]),
  );
  try {
    for (const [name, value] of Object.entries(window)) {
      Object.defineProperty(globalThis, name, { value, configurable: true });
    }
    // A module is loaded once for each address; the next build in this process has another program.
    const address = `${pathToFileURL(file)}?${statSync(file).mtimeMs}`;
    const program = (await import(address)) as { drawFirstScreen: () => string };
    return program.drawFirstScreen();
  } finally {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  }
}

function buildWindow(base: string, data: string) {
  const { origin, pathname } = new URL(base, 'http://localhost');
  const location = { origin, pathname, search: '', hash: '' };
  return {
    location,
    window: { location, innerHeight: HEIGHT, matchMedia: () => ({ matches: false }) },
    document: { getElementById: () => ({ textContent: data }) },
    history: { state: null },
    ResizeObserver: class {},
  };
}
