import { frontWords } from '../words/browseWords.ts';

/** Says that a part of the front page could not be had. No alert: the list beside it tells what is wrong. */
export function FrontTrouble({ onRetry }: { onRetry: () => void }) {
  return (
    <p className="front-note">
      {frontWords.partFailed}{' '}
      <button type="button" className="front-retry" onClick={onRetry}>
        {frontWords.tryAgain}
      </button>
    </p>
  );
}
