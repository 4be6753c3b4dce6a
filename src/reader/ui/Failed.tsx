import RotateCw from 'lucide-react/icons/rotate-cw';
import { words } from '../words/words.ts';

interface FailedProps {
  /** What could not be had. */
  what: string;
  /** Why, in words. */
  why: string;
  onRetry: () => void;
  isRetrying?: boolean;
}

/** Says what failed and why, and offers to try again. */
export function Failed({ what, why, onRetry, isRetrying = false }: FailedProps) {
  return (
    <div role="alert" className="flex flex-col items-center gap-1 px-6 py-8 text-center">
      <p className="font-semibold text-ink">{what}</p>
      <p className="text-sm text-soft">{why}</p>
      <button type="button" className="button mt-3" onClick={onRetry} disabled={isRetrying}>
        <RotateCw size={16} strokeWidth={1.6} aria-hidden="true" />
        {words.retry}
      </button>
    </div>
  );
}
