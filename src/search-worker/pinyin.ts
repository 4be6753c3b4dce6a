import tinyPinyin from 'tiny-pinyin';

/** The sounds of characters, as far as the browser knows the order of Chinese by sound; else nothing sounds alike. */
export interface Pinyin {
  /** Gives the syllable of a character, `gong`; '' where it has none. */
  readSound(character: string): string;
  /** Gives the common characters of a syllable. */
  listCharacters(syllable: string): readonly string[];
  /** Splits `gongjijin` into syllables, the longest first; gives undefined where it is no pinyin. */
  splitSyllables(text: string): string[] | undefined;
}

/** The 3,755 common characters of GB 2312 stand in these rows of 94. */
const ROWS = { first: 0xb0, last: 0xd7 };
const CELLS = { first: 0xa1, last: 0xfe };
const LONGEST_SYLLABLE = 6;

let known: Pinyin | undefined;

/** Gives the sounds; the table is made at the first call, in some 20 ms. */
export function readPinyin(): Pinyin {
  known ??= createPinyin();
  return known;
}

function createPinyin(): Pinyin {
  const characters = new Map<string, string[]>();
  if (tinyPinyin.isSupported()) {
    for (const character of listCommon()) {
      const sound = readSound(character);
      characters.set(sound, [...(characters.get(sound) ?? []), character]);
    }
  }

  function readSound(character: string): string {
    if (!/\p{Script=Han}/u.test(character) || !tinyPinyin.isSupported()) return '';
    return tinyPinyin.convertToPinyin(character, '', true);
  }

  function splitSyllables(text: string): string[] | undefined {
    if (text === '') return [];
    for (let length = Math.min(LONGEST_SYLLABLE, text.length); length > 0; length--) {
      if (!characters.has(text.slice(0, length))) continue;
      const rest = splitSyllables(text.slice(length));
      if (rest) return [text.slice(0, length), ...rest];
    }
    return undefined;
  }

  return {
    readSound,
    listCharacters: (syllable) => characters.get(syllable) ?? [],
    splitSyllables: (text) => (text.length > 40 ? undefined : splitSyllables(text)),
  };
}

function listCommon(): string[] {
  const bytes: number[] = [];
  for (let row = ROWS.first; row <= ROWS.last; row++)
    for (let cell = CELLS.first; cell <= CELLS.last; cell++) bytes.push(row, cell);
  const text = new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
  return [...text].filter((character) => /\p{Script=Han}/u.test(character));
}
