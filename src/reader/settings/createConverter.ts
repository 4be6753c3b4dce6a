import { ConverterFactory, type ConverterFunction } from 'opencc-js/core';

/** A script that texts can be converted to. */
export type TargetScript = 'simplified' | 'traditional';

/**
 * Loads what converts to a script: 430 KB (gzip) of words to write 後 and 皇后 each where it belongs, 21 KB the other
 * way.
 */
export async function createConverter(script: TargetScript): Promise<ConverterFunction> {
  if (script === 'simplified') {
    const { default: dictionaries } = await import('./simplifiedWords.ts');
    return ConverterFactory(...dictionaries);
  }
  const { default: dictionaries } = await import('./traditionalWords.ts');
  return ConverterFactory(...dictionaries);
}
