import { PAGE_DATA_ID } from '../../model/archivePaths.ts';

let files: Record<string, unknown> | undefined;

/**
 * Gives an archive file's JSON that came with the page itself, once: whoever asks again (重试, a refresh) asks the host.
 * Undefined where the page carries none. Queries take it as their initial data, so that the first rendering has it.
 */
export function takePageData(path: string): unknown {
  files ??= readPageData();
  const json = files[path];
  delete files[path];
  return json;
}

/** A page that was cut off on its way carries no data, and the files are fetched one by one. */
function readPageData(): Record<string, unknown> {
  try {
    const text = document.getElementById(PAGE_DATA_ID)?.textContent;
    return text ? (JSON.parse(text) as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
