import Headphones from 'lucide-react/icons/headphones';
import type { RefObject } from 'react';
import { useHasVoices } from '../listen/useHasVoices.ts';
import { words } from '../words/words.ts';

interface ListenButtonProps {
  button: RefObject<HTMLButtonElement | null>;
  isOn: boolean;
  onTurn: () => void;
}

/** The button 朗读; nothing where there are no voices. */
export function ListenButton({ button, isOn, onTurn }: ListenButtonProps) {
  if (!useHasVoices()) return null;
  return (
    <button
      ref={button}
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
