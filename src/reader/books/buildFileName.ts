/** Characters of a name; of three bytes each they fit into the 255 that file systems take. */
const LONGEST = 70;

/** Makes a text into a name that any file system takes. */
export function buildFileName(text: string): string {
  const name = text
    .normalize('NFC')
    .replace(/[\\/:*?"<>|#^[\]\p{Cc}\p{Surrogate}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // Windows takes no dot at the end, others hide what begins with one.
  const cut = [...name]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(cut) ? `${cut}_` : cut || '_';
}

/** Creates what gives each name only once: another article of that name gets a number. */
export function createNamer(): (name: string) => string {
  const given = new Set<string>();
  return (name) => {
    let own = name;
    for (let count = 2; given.has(own.toLowerCase()); count += 1) own = `${name} ${count}`;
    given.add(own.toLowerCase());
    return own;
  };
}
