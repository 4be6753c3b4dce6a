import { isImage, isOptional, isRecord, isString, parseSummary } from './parseSummary.ts';

/** Whether `value` is what the owner has set, as the catalogue holds it (`model/SiteInfo.ts`). */
export function isSiteInfo(value: unknown): boolean {
  return (
    isRecord(value) &&
    [value.title, value.description, value.licence].every(isString) &&
    typeof value.hasAbout === 'boolean' &&
    isOptional(value.logo, isImage) &&
    Array.isArray(value.footer) &&
    value.footer.every(
      (line) => isRecord(line) && isString(line.text) && isOptional(line.link, isString),
    ) &&
    Array.isArray(value.pinned) &&
    value.pinned.every((summary) => parseSummary(summary) !== undefined) &&
    isRecord(value.takenDown) &&
    Object.values(value.takenDown).every(isString)
  );
}
