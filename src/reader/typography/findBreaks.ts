/** Of browsers only old ones have none. */
const segmenter =
  'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** What closes or only qualifies what stands before it, and so begins no line. */
const NEVER_FIRST = /[，。、；：！？）》」』〉”’】％%…—～·,.;:!?)\]的了着们地得吗呢吧等]/;
/** What opens what stands behind it, and so ends no line. */
const NEVER_LAST = /[（《「『〈“‘【([{$¥￥#·]/;
/** A number stays with what it counts, Latin words break by themselves. */
const TOGETHER = /^(?:\d[\p{L}\d]|[!-~]{2}|\s.|.\s)$/u;

/**
 * Returns the places in a heading or caption where a line may break: after punctuation and between words, and nowhere
 * within a word. Offsets into `text`, in order. A browser that can't tell words apart may break anywhere in Chinese.
 */
export function findBreaks(text: string): number[] {
  const places = segmenter
    ? Array.from(segmenter.segment(text), ({ index }) => index)
    : Array.from(text, (_, index) => index);
  return places.filter((place) => {
    const [before, after] = [text.charAt(place - 1), text.charAt(place)];
    return (
      before !== '' &&
      !NEVER_LAST.test(before) &&
      !NEVER_FIRST.test(after) &&
      !TOGETHER.test(before + after)
    );
  });
}

/** Returns the parts of a text between its places to break. */
export function splitAtBreaks(text: string): string[] {
  const ends = [...findBreaks(text), text.length];
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
}
