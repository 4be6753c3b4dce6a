/** Makes texts in traditional and simplified characters comparable; lengths stay what they are. */
export type ScriptFolder = (text: string) => string;

let loading: Promise<ScriptFolder> | undefined;

/** Loads what makes 繁體 and 简体 equal, 21 KB, once. Rejects where it can't be had. */
export function loadScriptFolder(): Promise<ScriptFolder> {
  loading ??= buildFolder();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

async function buildFolder(): Promise<ScriptFolder> {
  const { createConverter } = await import('../settings/createConverter.ts');
  const convert = await createConverter('simplified');
  const known = new Map<string, string>();
  const fold = (sign: string) => {
    const folded = convert(sign);
    // One by one, so that each stays in its place.
    const kept = folded.length === sign.length ? folded : sign;
    known.set(sign, kept);
    return kept;
  };
  return (text) => text.replace(/[^\0-\u2fff]/gu, (sign) => known.get(sign) ?? fold(sign));
}
