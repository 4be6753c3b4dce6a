import { useOtherBuild } from '../data/useBuilds.ts';
import { words } from '../words/words.ts';

/** Says quietly that the archive has changed since it was opened. */
export function NewContent() {
  const show = useOtherBuild();
  return (
    <div aria-live="polite">
      {show && (
        <div className="notice">
          <span>{words.newContent}</span>
          <button type="button" className="button" onClick={show}>
            {words.refresh}
          </button>
        </div>
      )}
    </div>
  );
}
