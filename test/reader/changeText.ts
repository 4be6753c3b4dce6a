import type { Random } from '../bench/createRandom.ts';
import { writeSentence } from '../bench/writeChinese.ts';

/** A character and where it stood in the first text; -1 where it was put in later. */
export interface Sign {
  sign: string;
  from: number;
}

const TYPOS = '的了在是我有和人这中大为上个国一三亿万，。';

/** Writes a text of 4 to 14 paragraphs, some of them one short line. */
export function writeText(random: Random): string {
  const paragraphs = Array.from({ length: random.integer(4, 14) }, () =>
    random.chance(0.2)
      ? writeSentence(random).slice(0, random.integer(4, 12))
      : Array.from({ length: random.integer(1, 5) }, () => writeSentence(random)).join(''),
  );
  return paragraphs.join('\n');
}

/** Changes a text as correctors, movers and cutters do, at random, and remembers where each character came from. */
export function changeText(text: string, random: Random): Sign[] {
  let paragraphs = text.split('\n').map((_, index, all) => {
    const start = all.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0);
    return [...(all[index] ?? '')].map((sign, at) => ({ sign, from: start + at }));
  });
  if (random.chance(0.5)) paragraphs = movesParagraphs(paragraphs, random);
  if (random.chance(0.4)) {
    const cut = random.integer(1, Math.ceil(paragraphs.length / 3));
    paragraphs = paragraphs.slice(cut);
    if (random.chance(0.5)) paragraphs[0] = paragraphs[0]?.slice(random.integer(1, 40)) ?? [];
  }
  if (random.chance(0.4)) {
    const added = [...writeSentence(random)].map((sign) => ({ sign, from: -1 }));
    paragraphs.splice(random.integer(0, paragraphs.length), 0, added);
  }
  if (random.chance(0.2)) paragraphs.splice(random.integer(0, paragraphs.length - 1), 1);
  const rate = random.pick([0, 0.002, 0.01, 0.03]);
  return paragraphs.flatMap((paragraph, index) => [
    ...(index > 0 ? [{ sign: '\n', from: -1 }] : []),
    ...paragraph.flatMap((each) => mistype(each, rate, random)),
  ]);
}

function movesParagraphs(paragraphs: Sign[][], random: Random): Sign[][] {
  const moved = [...paragraphs];
  for (let times = random.integer(1, 3); times > 0; times -= 1) {
    const [one] = moved.splice(random.integer(0, moved.length - 1), 1);
    if (one) moved.splice(random.integer(0, moved.length), 0, one);
  }
  return moved;
}

function mistype(each: Sign, rate: number, random: Random): Sign[] {
  if (!random.chance(rate)) return [each];
  const other = { sign: random.pick([...TYPOS]), from: -1 };
  return random.pick([[], [other], [each, other]]);
}
