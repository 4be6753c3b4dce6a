const UNITS = ['KB', 'MB', 'GB', 'TB'];

/** Gives a size in the largest unit that leaves at least 1, `9.3 MB`; below one kilobyte it is `0 KB`. */
export function formatBytes(bytes: number): string {
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${size >= 10 || unit === 0 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit]}`;
}
