/** A content file that is not as it should be, and what must become of it. */
export interface HostileFile {
  /** Name below the folder. */
  name: string;
  data: string | Uint8Array;
  /**
   * `published`: without a word. `noted`: published, and the report says what was put right. `rejected`: only
   * reported.
   */
  outcome: 'published' | 'noted' | 'rejected';
  /** A part of what the report says of it. */
  says?: string;
  /** The title that it is published under. */
  title?: string;
  /** What its HTML must hold. */
  holds?: string;
}

/** Lines of front matter and a body with nothing wrong. */
export const DATE = 'date: Fri, 20 May 2022 05:10:02 GMT';
export const BODY = '<p>　　末班车推迟了半个小时。</p>';
export const CATEGORY = 'categories: \n - 坏';

/** A file with these lines as its front matter, and nothing else out of order. */
export function build(lines: string, body = BODY): string {
  return `\n---\n${lines}\n${CATEGORY}\n${DATE}\n---\n${body}\n`;
}

/** A file with this title. */
export function titled(title: string, body = BODY): string {
  return build(`title: '${title}'`, body);
}
