import { useSettings, useSettingsStore } from '../storage/useSettings.ts';
import { settingsWords } from '../words/settingsWords.ts';
import './keyboard.css';
import { SHORTCUTS } from './shortcutTable.ts';

/** What the sheet of keys holds, and the switch that turns them off. */
export function ShortcutHelp() {
  const store = useSettingsStore();
  const { hasShortcuts } = useSettings();
  return (
    <div className="shortcut-help">
      <label className="shortcut-switch">
        <input
          type="checkbox"
          checked={hasShortcuts}
          onChange={({ target }) => store.change({ hasShortcuts: target.checked })}
        />
        {settingsWords.useShortcuts}
      </label>
      <dl>
        {SHORTCUTS.map(({ keys, what }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
