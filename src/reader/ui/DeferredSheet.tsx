import { type ComponentProps, type ComponentType, useEffect, useState } from 'react';
import { Failed } from './Failed.tsx';
import { Sheet } from './Sheet.tsx';
import { words } from './words.ts';

interface DeferredSheetProps<Props> {
  title: string;
  onClose: () => void;
  /** Loads what the sheet holds. */
  load: () => Promise<ComponentType<Props>>;
  content: Props;
  look?: ComponentProps<typeof Sheet>['look'];
}

/** A sheet that opens at once, and whose content's script is loaded for it; where that can't be had, it says so. */
export function DeferredSheet<Props extends object>(props: DeferredSheetProps<Props>) {
  const { title, onClose, load, content, look = 'is-edge' } = props;
  const [loaded, setLoaded] = useState<{ Content?: ComponentType<Props> }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: loaded once, however the function is written
  useEffect(() => {
    load().then(
      (Content) => setLoaded({ Content }),
      () => setLoaded({}),
    );
  }, []);

  return (
    <Sheet title={title} onClose={onClose} look={look}>
      {loaded?.Content ? (
        <loaded.Content {...content} />
      ) : loaded ? (
        // A script that failed to load stays failed in some browsers until the page is loaded anew.
        <Failed
          what={words.partFailed}
          why={words.because.network}
          onRetry={() => window.location.reload()}
        />
      ) : (
        <p className="p-2 text-soft text-sm">{words.loading}</p>
      )}
    </Sheet>
  );
}
