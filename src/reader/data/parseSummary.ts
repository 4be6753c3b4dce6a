import type { ArticleImage, ArticleSummary } from '../../model/Article.ts';

/** Checks the fields of a summary that the reader uses. Gives it as it is, or `undefined`. */
export function parseSummary(json: unknown): ArticleSummary | undefined {
  if (!isRecord(json)) return undefined;
  const isSummary =
    areStrings(json.id, json.title, json.category, json.source, json.excerpt) &&
    typeof json.imageCount === 'number' &&
    typeof json.characterCount === 'number' &&
    isOptional(json.publishedAt, isString) &&
    isOptional(json.leadImage, isImage) &&
    isOptional(json.otherCategories, isStringList) &&
    isOptional(json.formerIds, isStringList);
  return isSummary ? (json as unknown as ArticleSummary) : undefined;
}

/** Whether `value` is a picture that can be shown. */
export function isImage(value: unknown): value is ArticleImage {
  return (
    isRecord(value) &&
    isString(value.src) &&
    isOptional(value.width, isNumber) &&
    isOptional(value.height, isNumber) &&
    isOptional(value.caption, isString)
  );
}

/** Whether `value` is an object or array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Whether `value` is absent or passes `check`. */
export function isOptional(value: unknown, check: (value: unknown) => boolean): boolean {
  return value === undefined || check(value);
}

/** Whether `value` is a text. */
export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/** Whether `value` is a list of texts. */
export function isStringList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isString);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function areStrings(...values: unknown[]): boolean {
  return values.every(isString);
}
