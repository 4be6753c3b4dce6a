import {
  SETTING_VALUES,
  type Settings,
  type SettingsStore,
} from '../storage/createSettingsStore.ts';
import { searchWords } from '../words/searchWords.ts';
import { settingsWords } from '../words/settingsWords.ts';
import { shelfWords } from '../words/shelfWords.ts';
import { words } from '../words/words.ts';
import type { Command } from './Command.ts';

type Name = keyof typeof SETTING_VALUES;

const NAMES: Partial<Record<string, string>> = {
  ...settingsWords.settings,
  ...searchWords.palette.settings,
};
/** Names of the values that have some. */
const VALUES: Partial<Record<string, Partial<Record<string, string>>>> = {
  ...settingsWords.settingValues,
  ...searchWords.palette.values,
  bookmarkOrder: shelfWords.orders,
  listOrder: words.order,
};
const SCALES: Partial<Record<string, (value: number) => string>> = settingsWords.settingScale;

/** Lists all values that all settings can have, as commands that set them. */
export function listSettings(store: SettingsStore): Command[] {
  return (Object.keys(SETTING_VALUES) as Name[]).flatMap((name) => {
    const title = NAMES[name];
    if (title === undefined) return [];
    const values: readonly Settings[Name][] = SETTING_VALUES[name];
    return [...values].sort(compareValues).map((value): Command => {
      const label = `${title}：${describeValue(name, value)}`;
      const run = () => store.change({ [name]: value } as Partial<Settings>);
      return { key: `set ${name} ${value}`, kind: 'setting', name: label, run };
    });
  });
}

function describeValue(name: Name, value: Settings[Name]): string {
  if (typeof value === 'number') return SCALES[name]?.(value) ?? String(value);
  if (typeof value === 'boolean') return value ? searchWords.palette.on : searchWords.palette.off;
  return VALUES[name]?.[value] ?? value;
}

/** Numbers ascend; all others stay as they are. */
function compareValues(a: Settings[Name], b: Settings[Name]): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : 0;
}
