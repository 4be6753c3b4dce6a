/**
 * Whether a host's answer means that it has no such file: status 404 or 410, or a page of its own in place of the
 * file, which some hosts send with status 200. `body`: the answer's text, or its Content-Type where the text isn't
 * read; absent where only the status counts.
 */
export function meansMissing(status: number, body = ''): boolean {
  if (status === 404 || status === 410) return true;
  return status < 300 && /^\s*<|^text\/html/.test(body);
}
