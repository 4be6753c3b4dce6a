import { useSyncExternalStore } from 'react';
import { SETTING_VALUES, type Settings, USUAL_SETTINGS } from '../storage/createSettingsStore.ts';
import { useSettings, useSettingsStore } from '../storage/useSettings.ts';
import { Failed } from '../ui/Failed.tsx';
import { settingsWords } from '../words/settingsWords.ts';
import { words } from '../words/words.ts';
import { scriptTrouble } from './scriptTrouble.ts';
import './settings.css';

/** What the dialog 阅读设置 holds. Each change shows at once on the page behind it. */
export function SettingsPanel() {
  const store = useSettingsStore();
  return (
    <form className="settings" onSubmit={(event) => event.preventDefault()}>
      <Choice name="theme" />
      <Scale name="fontSize" />
      <Scale name="lineHeight" />
      <Scale name="lineLength" />
      <Choice name="font" />
      <Choice name="paragraphs" />
      <Choice name="writing" />
      <Choice name="script" />
      <p className="setting-note">{settingsWords.scriptNote}</p>
      <ScriptTrouble />
      <Choice name="density" />
      <Choice name="hasShortcuts" />
      <button type="button" className="button mt-2" onClick={() => store.change(USUAL_LOOKS)}>
        {settingsWords.resetSettings}
      </button>
    </form>
  );
}

/** The converter's words could not be had. */
function ScriptTrouble() {
  const hasTrouble = useSyncExternalStore(scriptTrouble.subscribe, scriptTrouble.read);
  if (!hasTrouble) return null;
  return (
    <Failed
      what={words.partFailed}
      why={words.because.network}
      // A script that failed to load stays failed in some browsers until the page is loaded anew.
      onRetry={() => window.location.reload()}
    />
  );
}

const SHOWN: readonly (keyof Settings)[] = [
  'theme',
  'fontSize',
  'lineHeight',
  'lineLength',
  'font',
  'paragraphs',
  'writing',
  'script',
  'density',
  'hasShortcuts',
];
/** What the button puts back: what the dialog shows, and nothing else. */
const USUAL_LOOKS: Partial<Settings> = Object.fromEntries(
  SHOWN.map((name) => [name, USUAL_SETTINGS[name]]),
);

type ChoiceName =
  | 'theme'
  | 'font'
  | 'paragraphs'
  | 'writing'
  | 'script'
  | 'density'
  | 'hasShortcuts';

/** One of a few, side by side: radio buttons, so arrows move and one Tab passes. */
function Choice({ name }: { name: ChoiceName }) {
  const store = useSettingsStore();
  const settings = useSettings();
  const names: Record<string, string> = settingsWords.settingValues[name];
  return (
    <fieldset className="choice">
      <legend>{settingsWords.settings[name]}</legend>
      <div>
        {SETTING_VALUES[name].map((value) => (
          <label key={String(value)}>
            <input
              type="radio"
              name={name}
              checked={settings[name] === value}
              onChange={() => store.change({ [name]: value } as Partial<Settings>)}
            />
            <span>{names[String(value)]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type ScaleName = 'fontSize' | 'lineHeight' | 'lineLength';

/** One of several in a row, from little to much. */
function Scale({ name }: { name: ScaleName }) {
  const store = useSettingsStore();
  const settings = useSettings();
  const values: number[] = [...SETTING_VALUES[name]].sort((a, b) => a - b);
  const text = settingsWords.settingScale[name](settings[name]);
  return (
    <label className="scale">
      <span>{settingsWords.settings[name]}</span>
      <input
        type="range"
        min={0}
        max={values.length - 1}
        value={values.indexOf(settings[name])}
        aria-valuetext={text}
        onChange={({ target }) =>
          store.change({ [name]: values[Number(target.value)] } as Partial<Settings>)
        }
      />
      <output aria-hidden="true">{text}</output>
    </label>
  );
}
