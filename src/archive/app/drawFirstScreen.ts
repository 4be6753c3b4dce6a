import { createRequire } from 'node:module';

/** Height of the window that is drawn for, in pixels: what a tall phone shows. */
const HEIGHT = 1000;

/**
 * Draws the first screen with the reader's own components, from the archive files that the page carries (`data`:
 * their JSON, as it stands in the page). Gives its HTML. `program`: the file that `bundleFirstScreen` has made.
 *
 * The program finds what it asks a browser for before anything is on screen: an address, a size, the page's data.
 * Nothing else runs meanwhile that could take this for a browser.
 */
export function drawFirstScreen(program: string, base: string, data: string): string {
  const require = createRequire(program);
  const window = buildWindow(base, data);
  const before = new Map(
    Object.keys(window).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]),
  );
  try {
    for (const [name, value] of Object.entries(window)) {
      Object.defineProperty(globalThis, name, { value, configurable: true });
    }
    const module = require(program) as { drawFirstScreen: () => string };
    return module.drawFirstScreen();
  } finally {
    // The next build in this process has another program under this name.
    delete require.cache[require.resolve(program)];
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
