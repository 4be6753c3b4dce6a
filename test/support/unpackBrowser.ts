import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A browser program and the environment variables it has to be started with. */
export type UnpackedBrowser = { executablePath: string; env: Record<string, string> };

const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

/**
 * Unpacks the Chromium that @sparticuz/chromium carries (about 200 MB, some seconds, once per
 * version) and tells how to start it. It is built for x64 Linux only.
 *
 * Workers may call this at the same time: each unpacks into a folder of its own, then renames it to
 * the final name. The first rename wins, so nobody ever sees a half-written program.
 */
export async function unpackBrowser(parent = cacheFolder): Promise<UnpackedBrowser> {
  const folder = join(parent, `chromium-${await readPackageVersion()}`);
  if (!existsSync(folder)) {
    await mkdir(parent, { recursive: true });
    const draft = await mkdtemp(`${folder}-`);
    try {
      await unpackPackageInto(draft);
      // Readable for other users too: the one who installs may not be the one who tests.
      await Promise.all([chmod(draft, 0o755), chmod(join(draft, 'chromium'), 0o755)]);
      await writeFile(join(draft, 'fonts.conf'), buildFontSettings(folder));
      await rename(draft, folder).catch((error: unknown) => {
        if (!existsSync(folder)) throw error;
      });
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/**
 * The package unpacks into the temporary folder, and brings its shared libraries only where it
 * believes to be in AWS Lambda. It reads both from the environment: a process of its own keeps that
 * environment out of the tests.
 */
async function unpackPackageInto(folder: string): Promise<void> {
  const script = `import('@sparticuz/chromium').then((it) => it.default.executablePath())`;
  await promisify(execFile)(process.execPath, ['-e', script], {
    cwd: dirname(fileURLToPath(import.meta.url)),
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      TMPDIR: folder,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    },
  });
}

/**
 * The package's own font settings look below /tmp only. These add the machine's fonts to the bundled
 * Open Sans: it has no Chinese, so without a system font Chinese text takes up room but stays blank.
 */
function buildFontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

async function readPackageVersion(): Promise<string> {
  // The package's `exports` hide its package.json; it lies two folders above the entry file.
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const file = join(dirname(entry), '..', '..', 'package.json');
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  return version;
}
