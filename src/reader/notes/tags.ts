/** Parses what was typed as tags: divided by commas of any kind, each once. */
export function parseTags(text: string): string[] {
  const tags = text.split(/[,，、;；]/).map((tag) => tag.replace(/\s+/g, ' ').trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}

/** Writes tags as `parseTags` reads them. */
export function formatTags(tags: readonly string[]): string {
  return tags.join('，');
}
