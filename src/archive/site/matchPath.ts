/**
 * Returns a function that tells whether a path (`/` between names, below the content folder) matches one of the
 * patterns. As in a `.gitignore`: `*` stands for anything but `/`, `**` for any folders, `?` for one character; a
 * pattern without `/` matches a file or folder of that name anywhere, one with `/` counts from the top. A folder that
 * matches covers all in it.
 */
export function matchPath(patterns: readonly string[]): (path: string) => boolean {
  const expressions = patterns.map(buildExpression);
  return (path) => expressions.some((expression) => expression.test(path.normalize('NFC')));
}

function buildExpression(pattern: string): RegExp {
  const trimmed = pattern
    .normalize('NFC')
    .replace(/^\.?\//, '')
    .replace(/\/$/, '');
  const isFromTop = /^\.?\//.test(pattern) || trimmed.includes('/');
  const body = trimmed
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*|\?/g, (sign) => REPLACEMENTS[sign] ?? sign);
  return new RegExp(`${isFromTop ? '^' : '(?:^|/)'}${body}(?:/|$)`, 'u');
}

const REPLACEMENTS: Record<string, string> = {
  '**/': '(?:[^/]+/)*',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
};
