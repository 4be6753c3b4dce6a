import ArrowDownUp from 'lucide-react/icons/arrow-down-up';
import { useSettings, useSettingsStore } from '../storage/useSettings.ts';
import { words } from '../words/words.ts';

/** Turns the lists round: newest first or oldest first. It says what is; pressing it gives the other. */
export function OrderButton() {
  const store = useSettingsStore();
  const { listOrder } = useSettings();
  return (
    <button
      type="button"
      className="order-button"
      title={words.turnOrder}
      onClick={() => store.change({ listOrder: listOrder === 'newest' ? 'oldest' : 'newest' })}
    >
      <ArrowDownUp size={13} strokeWidth={1.6} aria-hidden="true" />
      <span>{words.order[listOrder]}</span>
    </button>
  );
}
