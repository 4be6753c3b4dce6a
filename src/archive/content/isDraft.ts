import type { FrontMatter } from './FrontMatter.ts';

const YES = /^(?:true|yes|on|1)$/i;
const NO = /^(?:false|no|off|0)$/i;

/** Tells whether its writer has not published it, in the words of Hexo, Hugo, Jekyll, Quartz and WordPress. */
export function isDraft(fields: FrontMatter): boolean {
  const says = (key: string, pattern: RegExp) => {
    const value = fields[key];
    return typeof value === 'string' && pattern.test(value.trim());
  };
  return (
    says('draft', YES) ||
    says('published', NO) ||
    says('publish', NO) ||
    says('status', /^(?:draft|private|pending|trash)$/i)
  );
}
