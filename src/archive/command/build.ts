import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { readSite } from '../site/readSite.ts';
import { suggestName } from '../site/suggestName.ts';
import { ExpectedError, type Message, pickLanguage } from './Message.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const OPTIONS = {
  outDir: { type: 'string' },
  force: { type: 'boolean' },
  'allow-shrink': { type: 'boolean' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean' },
  // Vite's, which a build into any folder needs there; it is always so here.
  emptyOutDir: { type: 'boolean' },
} as const;

const HELP: Message = {
  zh: `npm run build -- [选项]
  --outDir 文件夹   网站写到哪里（默认 dist）
  --force           输出文件夹里有别的东西也照写，里面的东西会被删掉
  --allow-shrink    文章比原来少一半以上，或者一篇也没有，也照样发布
  --verbose         连同打包工具的话一起打印`,
  en: `npm run build -- [options]
  --outDir FOLDER   where the site goes (dist)
  --force           take a folder that holds something else, which is removed
  --allow-shrink    publish fewer than half of the articles that stand there, or none
  --verbose         print what the bundler says, too`,
};

/** What a signal makes a process end with, as shells count it. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * `npm run build`: builds the site and says what came of it. Returns the exit code: 1 where the site that stands
 * there was kept.
 */
export async function runBuild(args: string[]): Promise<number> {
  const language = pickLanguage();
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.once(signal, () => {
      process.stderr.write(`\n${INTERRUPTED[language]}\n`);
      process.exit(code);
    });
  }
  try {
    const options = readOptions(args);
    if (options.help) {
      process.stdout.write(`${HELP[language]}\n`);
      return 0;
    }
    for (const warning of readSite(root).warnings) process.stderr.write(`! ${warning[language]}\n`);
    await build({
      root,
      logLevel: options.verbose ? 'info' : 'silent',
      ...(options.outDir && { build: { outDir: options.outDir } }),
    });
    return 0;
  } catch (error) {
    process.stderr.write(`${describe(error, args.includes('--verbose'))}\n`);
    return 1;
  }
}

const INTERRUPTED: Message = {
  zh: '构建中断了；原来的网站没有动。',
  en: 'The build was interrupted; the site that stands there was not touched.',
};

function readOptions(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    const unknown = /'(--[^']+)'/.exec((error as Error).message)?.[1];
    const meant = unknown && suggestName(unknown.slice(2), Object.keys(OPTIONS));
    throw new ExpectedError({
      zh: `${unknown ? `不认识选项 ${unknown}` : (error as Error).message}；${meant ? `是不是想写 --${meant}？` : 'npm run build -- --help 列出全部选项。'}`,
      en: `${unknown ? `There is no option ${unknown}` : (error as Error).message}; ${meant ? `did you mean --${meant}?` : 'npm run build -- --help lists them all.'}`,
    });
  }
}

/** Errors that the owner can mend are told in their own words, those of the disk and all others with what was found. */
function describe(error: unknown, isVerbose: boolean): string {
  const expected = findExpected(error);
  if (expected) return expected.message;
  const { code, message = String(error), stack } = error as NodeJS.ErrnoException;
  const explained =
    EXPLAINED[/\b(ENOSPC|EACCES|EPERM|EROFS|EMFILE)\b/.exec(`${code} ${message}`)?.[1] ?? ''];
  const language = pickLanguage();
  if (explained) return `${explained[language]} ${message}`;
  return `${FAILED[language]}\n${isVerbose ? stack : message}`;
}

/** The bundler puts what a plugin throws into an error of its own. */
function findExpected(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'ExpectedError') return error;
  const { errors = [] } = error as AggregateError;
  return [error.cause, ...errors].map(findExpected).find((each) => each !== undefined);
}

const FAILED: Message = {
  zh: '构建没有完成；原来的网站没有动。（加上 --verbose 可以看到详情。）',
  en: 'The build failed; the site that stands there was not touched. (--verbose tells more.)',
};

const EXPLAINED: Record<string, Message> = {
  ENOSPC: {
    zh: '磁盘满了，网站没有写完；原来的网站没有动。',
    en: 'The disk is full; the site that stands there was not touched.',
  },
  EACCES: {
    zh: '没有权限；原来的网站没有动。',
    en: 'Permission was denied; the site that stands there was not touched.',
  },
  EPERM: {
    zh: '没有权限；原来的网站没有动。',
    en: 'Permission was denied; the site that stands there was not touched.',
  },
  EROFS: { zh: '磁盘是只读的。', en: 'The disk can only be read.' },
  EMFILE: { zh: '打开的文件太多。', en: 'Too many files are open.' },
};
