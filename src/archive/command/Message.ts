/** What a command says to the owner of an archive, in both languages; `pickLanguage` chooses one. */
export interface Message {
  zh: string;
  en: string;
}

export type Language = keyof Message;

/**
 * Returns the language of a terminal, by the variables of POSIX locales in their order of precedence; Chinese where
 * they name neither Chinese nor English, since that is the language of the site.
 */
export function pickLanguage(env: NodeJS.ProcessEnv = process.env): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en(?:[_.-]|$)/i.test(locale) ? 'en' : 'zh';
}

/** An error that the owner can mend. Its message says what to do, so it is printed alone, without a stack. */
export class ExpectedError extends Error {
  constructor({ zh, en }: Message) {
    super(pickLanguage() === 'en' ? en : zh);
    this.name = 'ExpectedError';
    // Vite's own commands print it.
    this.stack = this.message;
  }
}

/** Joins messages, one a line. */
export function joinMessages(messages: readonly Message[]): Message {
  return {
    zh: messages.map(({ zh }) => zh).join('\n'),
    en: messages.map(({ en }) => en).join('\n'),
  };
}
