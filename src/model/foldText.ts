/** What a unit of text becomes: 0 for a blank, 1 for nothing, 2 for several units, else the one unit. */
const BLANK = 0;
const NOTHING = 1;
const SEVERAL = 2;

/** All of these are one mark to a search: “ ” „ ‟ ‘ ’ ‚ ‛ 「 」 『 』 ﹁ ﹂ ﹃ ﹄ 〝 〞 〟 « » ‹ › ' ` and their wide forms. */
const QUOTES = '“”„‟‘’‚‛「」『』﹁﹂﹃﹄〝〞〟«»‹›\'`＂＇｀｢｣"';
const QUOTE = 0x22;
/** The sign of negative numbers (U+2212), which texts write as a hyphen, too. */
const MINUS = '−';
const SPACE = 0x20;

/** A folded text and, for each of its units, where in the text as it was the unit's source begins and ends. */
export interface FoldedText {
  text: string;
  starts: Uint32Array;
  ends: Uint32Array;
}

/** Makes equal what a reader holds for equal: the one form in which texts are indexed and queries are asked. */
export interface TextFolder {
  fold(text: string): string;
  /** Slower; for finding the hits in the text as it was. */
  foldWithPlaces(text: string): FoldedText;
}

/**
 * Makes a folder. `traditional` is OpenCC's list of characters, `國 国|後 后|…`: 繁體 becomes 简体, never the reverse,
 * since many traditional characters share one simplified form.
 *
 * Folded are: full and half width and other compatibility forms (Unicode's NFKC), upper and lower case, 繁 and 简,
 * quotation marks of all kinds, minus and hyphen. Blanks are dropped but between two letters or digits that are not
 * Chinese, where one stands for all. Every unit is folded by itself (marks that combine go with their letter), so a
 * part of a text folds to a part of the folded text.
 */
export function createTextFolder(traditional: string): TextFolder {
  const units = new Uint16Array(0x10000);
  const several = new Map<number, string>();
  const simple = new Map<number, string>();
  for (const pair of traditional.split('|')) {
    const [from = '', to = ''] = pair.split(' ');
    if (from.length === 1 && to.length === 1) simple.set(from.charCodeAt(0), to);
  }
  for (let unit = 0; unit < units.length; unit++) {
    const folded = foldUnit(unit, simple);
    units[unit] = folded.length === 1 ? folded.charCodeAt(0) : folded === '' ? NOTHING : SEVERAL;
    if (folded.length > 1) several.set(unit, folded);
    if (folded === ' ') units[unit] = BLANK;
  }

  function write(text: string, target: Uint16Array, starts?: Uint32Array, ends?: Uint32Array) {
    let length = 0;
    let last = 0;
    let blank = -1;
    const push = (unit: number, start: number, end: number) => {
      if (blank >= 0 && length > 0 && isWestern(last) && isWestern(unit)) {
        if (starts && ends) {
          starts[length] = blank;
          ends[length] = blank + 1;
        }
        target[length++] = SPACE;
      }
      blank = -1;
      if (starts && ends) {
        starts[length] = start;
        ends[length] = end;
      }
      target[length++] = unit;
      last = unit;
    };
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const folded = units[unit] as number;
      if (i + 1 < text.length && isCombining(text.charCodeAt(i + 1))) {
        const start = i;
        while (i + 1 < text.length && isCombining(text.charCodeAt(i + 1))) i++;
        const cluster = text
          .slice(start, i + 1)
          .normalize('NFKC')
          .toLowerCase();
        for (let k = 0; k < cluster.length; k++) push(cluster.charCodeAt(k), start, i + 1);
      } else if (folded > SEVERAL) push(folded, i, i + 1);
      else if (folded === BLANK) blank = blank < 0 ? i : blank;
      else if (folded === SEVERAL) {
        const form = several.get(unit) as string;
        for (let k = 0; k < form.length; k++) {
          if (form[k] === ' ') blank = i;
          else push(form.charCodeAt(k), i, i + 1);
        }
      }
    }
    return length;
  }

  let room = new Uint16Array(0);

  return {
    fold(text) {
      // One room for all texts: it is much larger than nearly all need.
      if (room.length < text.length * GROWTH) room = new Uint16Array(text.length * GROWTH * 2);
      return decode(room.subarray(0, write(text, room)));
    },
    foldWithPlaces(text) {
      const target = new Uint16Array(text.length * GROWTH);
      const [starts, ends] = [new Uint32Array(target.length), new Uint32Array(target.length)];
      const length = write(text, target, starts, ends);
      return {
        text: decode(target.subarray(0, length)),
        starts: starts.subarray(0, length),
        ends: ends.subarray(0, length),
      };
    },
  };
}

/** The longest compatibility form is U+FDFA with 18 units. */
const GROWTH = 18;

/** Format characters and marks without a letter of their own. */
const SILENT = /[\p{Cf}\p{Mn}\p{Me}]/u;

function foldUnit(unit: number, simple: ReadonlyMap<number, string>): string {
  const character = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit <= 0xdfff) return character;
  if (QUOTES.includes(character)) return String.fromCharCode(QUOTE);
  if (character === MINUS) return '-';
  if (/[\p{Cc}\s]/u.test(character)) return ' ';
  if (SILENT.test(character)) return '';
  const form = character.normalize('NFKC').toLowerCase();
  let folded = '';
  for (let i = 0; i < form.length; i++) {
    const each = form.charAt(i);
    if (!SILENT.test(each)) folded += QUOTES.includes(each) ? '"' : /\s/.test(each) ? ' ' : each;
  }
  return [...folded].map((each) => simple.get(each.charCodeAt(0)) ?? each).join('');
}

/** Letters and digits that are written with blanks between words: all but those of Chinese and Japanese. */
const WESTERN = /[\p{L}\p{N}]/u;
const EASTERN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u;
const westernUnits = new Int8Array(0x10000).fill(-1);

function isWestern(unit: number): boolean {
  if (westernUnits[unit] === -1) {
    const character = String.fromCharCode(unit);
    westernUnits[unit] = WESTERN.test(character) && !EASTERN.test(character) ? 1 : 0;
  }
  return westernUnits[unit] === 1;
}

/** Combining diacritical marks; what looks alike in one and in two units is alike. Japanese voice marks too. */
function isCombining(unit: number): boolean {
  return (unit >= 0x300 && unit <= 0x36f) || unit === 0x3099 || unit === 0x309a;
}

/** Strings are made piece by piece: a call takes only so many arguments. */
function decode(units: Uint16Array): string {
  let text = '';
  for (let from = 0; from < units.length; from += 8192)
    text += String.fromCharCode(...units.subarray(from, from + 8192));
  return text;
}
