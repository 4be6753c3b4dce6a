import { words } from '../words/words.ts';

/** Says above a saved text that the site has taken the article down, and why. */
export function TakenDownNotice({ reason }: { reason: string }) {
  return (
    <div role="note" className="taken-down">
      <p className="font-semibold">{words.takenDown}</p>
      {reason !== '' && <p>{reason}</p>}
      <p>{words.takenDownSaved}</p>
    </div>
  );
}
