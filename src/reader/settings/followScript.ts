import type { SettingsStore } from '../storage/createSettingsStore.ts';
import { scriptTrouble } from './scriptTrouble.ts';

/** Language of the page in each script; it decides which form of a character the fonts show. */
const LANGUAGES = { original: 'zh-CN', simplified: 'zh-Hans', traditional: 'zh-Hant' };

/**
 * Keeps the page in the script that the settings ask for; gives a function that stops. The converter and its dictionary
 * are loaded when they are first needed. Where they can't be had, the page stays as it is and the settings say so.
 */
export function followScript(store: SettingsStore): () => void {
  let wanted: keyof typeof LANGUAGES = 'original';
  let restore = () => {};

  async function follow() {
    const { script } = store.read();
    if (script === wanted) return;
    wanted = script;
    restore();
    restore = () => {};
    scriptTrouble.write(false);
    document.documentElement.lang = LANGUAGES.original;
    if (script === 'original') return;
    const [{ createConverter }, { convertPage }] = await Promise.all([
      import('./createConverter.ts'),
      import('./convertPage.ts'),
    ]);
    const convert = await createConverter(script);
    if (wanted !== script) return;
    restore = convertPage(document.body, convert);
    document.documentElement.lang = LANGUAGES[script];
  }

  function followQuietly() {
    const { script } = store.read();
    follow().catch(() => {
      if (wanted === script) scriptTrouble.write(true);
    });
  }

  followQuietly();
  const stop = store.subscribe(followQuietly);
  return () => {
    stop();
    wanted = 'original';
    restore();
  };
}
