import { createRequire } from 'node:module';

/**
 * Draws the first screen with the reader's own components (`src/reader/firstScreen.tsx`), from the archive files that
 * the page carries (`data`: their JSON, as it stands in the page). Returns its HTML. `program`: the file that
 * `bundleDrawing` has made.
 */
export function drawFirstScreen(program: string, data: string): string {
  const require = createRequire(program);
  const module = require(program) as { drawFirstScreen: (data: string) => string };
  // The next build in this process has another program under this name.
  delete require.cache[require.resolve(program)];
  return module.drawFirstScreen(data);
}
