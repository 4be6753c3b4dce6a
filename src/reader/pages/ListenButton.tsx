import Headphones from 'lucide-react/icons/headphones';
import { useHasVoices } from '../listen/useHasVoices.ts';
import { words } from '../ui/words.ts';

/** The button 朗读; nothing where there are no voices. */
export function ListenButton({ isOn, onTurn }: { isOn: boolean; onTurn: () => void }) {
  if (!useHasVoices()) return null;
  return (
    <button
      type="button"
      className={`bar-button ${isOn ? 'text-seal' : ''}`}
      aria-label={words.listen}
      aria-pressed={isOn}
      title={words.listen}
      onClick={onTurn}
    >
      <Headphones size={18} strokeWidth={1.6} aria-hidden="true" />
    </button>
  );
}
