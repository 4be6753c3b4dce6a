/**
 * The borders of ARCHITECTURE.md, as tests: which folder may import which, how long a file may be,
 * and through which file HTML reaches the page. The compiler holds the rest (one tsconfig per world).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');

/** What each world may import from beside itself: other worlds and packages. */
const WORLDS: Record<string, { worlds: string[]; packages: RegExp }> = {
  model: { worlds: [], packages: /^$/ },
  archive: {
    worlds: ['model'],
    packages:
      /^(?:node:|parse5$|feedsmith$|js-yaml$|image-size$|markdown-it$|smol-toml$|opencc-js\/|tinypool$|beasties$|vite$)/,
  },
  'search-worker': { worlds: ['model'], packages: /^(?:opencc-js\/|tiny-pinyin$)/ },
  'zip-worker': { worlds: [], packages: /^$/ },
  reader: {
    worlds: ['model', 'search-worker', 'zip-worker'],
    packages:
      /^(?:react|react-dom|@tanstack\/|wouter|dompurify|lucide-react|idb$|approx-string-match$|opencc-js\/|photoswipe)/,
  },
  'service-worker': { worlds: ['model'], packages: /^$/ },
};

/** The only files that know what bundles the site. */
const VITE_ADAPTERS = [
  'src/archive/command/build.ts',
  'src/archive/vite/archivePlugin.ts',
  'src/archive/vite/buildPlugin.ts',
  'src/archive/vite/earlyScripts.ts',
  'src/archive/vite/pagePlugin.ts',
  'src/archive/vite/servePlugin.ts',
  'src/archive/app/bundleServiceWorker.ts',
  'src/archive/app/bundleDrawing.ts',
  'src/archive/app/bundleWorker.ts',
];

/** A folder of the reader imports only from its left, so a cycle can't be written. */
const READER_ORDER = [
  'words',
  'ui',
  'routing',
  'undo',
  'storage',
  'settings',
  'data',
  'site',
  'bookmarks',
  'notes',
  'marking',
  'read-state',
  'copies',
  'removal',
  'saving',
  'offline',
  'moves',
  'list',
  'own',
  'navigation',
  'browse',
  'shelf',
  'typography',
  'tables',
  'article',
  'books',
  'downloads',
  'search',
  'backup',
  'sync',
  'export',
  'listen',
  'keyboard',
  'immersion',
  'reading',
  'front',
  'report',
  'pages',
  'App',
  'drawn',
  'articlePage',
  'firstScreen',
  'main',
];

const MAX_LINES = 300;
const MAX_WIDTH = 120;
const MAX_FILES = 24;

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const sources = listFiles(SRC).filter((file) => /\.tsx?$/.test(file));

function readImports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)[^'";]*?from\s*'([^']+)'|import\(\s*'([^']+)'|(?:^|\n)import\s+'([^']+)'/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function placeOf(file: string): { world: string; folder: string } {
  const [world = '', second = ''] = relative(SRC, file).split(sep);
  return { world, folder: second.replace(/\.tsx?$/, '') };
}

function name(file: string): string {
  return relative(ROOT, file).split(sep).join('/');
}

describe('the worlds', () => {
  it.each(sources.map((file) => [name(file), file]))(
    '%s imports only what its world may',
    (_name, file) => {
      const { world, folder } = placeOf(file);
      const rules = WORLDS[world];
      expect(rules, `a new world: ${world}`).toBeDefined();
      const wrong = readImports(file).filter((target) => {
        if (!target.startsWith('.')) {
          const isOfVite = /^(?:vite|@tailwindcss\/vite)$/.test(target);
          const isViteAdapter = !isOfVite || VITE_ADAPTERS.includes(name(file));
          return !rules?.packages.test(target) || !isViteAdapter;
        }
        const to = placeOf(resolve(dirname(file), target));
        if (to.world !== world) return !rules?.worlds.includes(to.world);
        if (world !== 'reader') return false;
        return READER_ORDER.indexOf(to.folder) > READER_ORDER.indexOf(folder);
      });
      expect(wrong).toEqual([]);
    },
  );

  it('knows every folder of the reader', () => {
    const folders = sources
      .filter((file) => placeOf(file).world === 'reader')
      .map((file) => placeOf(file).folder);
    expect(folders.filter((folder) => !READER_ORDER.includes(folder))).toEqual([]);
  });

  it('goes no deeper than two folders below a world', () => {
    const deep = sources.filter((file) => relative(SRC, file).split(sep).length > 3);
    expect(deep.map(name)).toEqual([]);
  });
});

function isComment(line: string): boolean {
  return /^\s*(?:\/\/|\/?\*)/.test(line);
}

describe('files', () => {
  const files = [...listFiles(SRC), ...listFiles(join(ROOT, 'test'))].filter((file) =>
    /\.(?:tsx?|css)$/.test(file),
  );

  it(`have at most ${MAX_LINES} lines`, () => {
    const long = files.filter(
      (file) => readFileSync(file, 'utf8').split('\n').length - 1 > MAX_LINES,
    );
    expect(long.map(name)).toEqual([]);
  });

  it(`have at most ${MAX_WIDTH} characters in a line of words; a pattern or a sentence on screen may be longer`, () => {
    const wide = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.length > MAX_WIDTH && isComment(line))
        .map((line) => `${name(file)}: ${line}`),
    );
    expect(wide).toEqual([]);
  });

  it(`are at most ${MAX_FILES} in a room`, () => {
    const rooms = new Map<string, number>();
    for (const file of listFiles(SRC).filter((each) => /\.(?:tsx?|css|mjs)$/.test(each))) {
      const room = name(dirname(file));
      rooms.set(room, (rooms.get(room) ?? 0) + 1);
    }
    expect([...rooms].filter(([, count]) => count > MAX_FILES)).toEqual([]);
  });

  it('import each other in no circle, types included', () => {
    const targets = new Map(
      sources.map((file) => [
        file,
        readImports(file)
          .filter((target) => target.startsWith('.') && !target.includes('?'))
          .map((target) => resolve(dirname(file), target)),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].map(name).join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const target of targets.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of sources) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('are named after what they export, never index', () => {
    expect(files.map(name).filter((file) => /(?:^|\/)index\.tsx?$/.test(file))).toEqual([]);
  });
});

/**
 * HTML of an article reaches the page as a fragment that DOMPurify made in `sanitizeHtml.ts`; nothing else parses HTML.
 * (Miniflux and FreshRSS have both had holes where a second way in was forgotten.)
 */
describe('one door for HTML', () => {
  const SINKS =
    /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|setHTMLUnsafe|srcdoc/;

  it('has no sink for strings', () => {
    const readers = sources.filter((file) => placeOf(file).world === 'reader');
    expect(readers.filter((file) => SINKS.test(readFileSync(file, 'utf8'))).map(name)).toEqual([]);
  });

  it('loads DOMPurify in one file', () => {
    const users = sources.filter((file) => readImports(file).includes('dompurify'));
    expect(users.map(name)).toEqual(['src/reader/article/sanitizeHtml.ts']);
  });
});
