import {
  type ComponentProps,
  type ComponentType,
  type ReactNode,
  useEffect,
  useState,
} from 'react';
import { words } from '../words/words.ts';
import { Failed } from './Failed.tsx';
import { Sheet } from './Sheet.tsx';

interface DeferredSheetProps<Props> {
  title: string;
  onClose: () => void;
  /** Loads what the sheet holds. */
  load: () => Promise<ComponentType<Props>>;
  content: Props;
  look?: ComponentProps<typeof Sheet>['look'] | undefined;
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

interface SheetButtonProps<Props> extends Omit<ComponentProps<'button'>, 'content'> {
  /** The button's, and the sheet's where that has none of its own. */
  title: string;
  sheetTitle?: string;
  load: () => Promise<ComponentType<Props>>;
  content: (onClose: () => void) => Props;
  look?: ComponentProps<typeof Sheet>['look'];
  children: ReactNode;
}

/** A button and the sheet that it opens. */
export function SheetButton<Props extends object>(props: SheetButtonProps<Props>) {
  const { title, sheetTitle = title, load, content, look, children, ...rest } = props;
  const [isOpen, setOpen] = useState(false);
  const onClose = () => setOpen(false);
  return (
    <>
      <button
        type="button"
        title={title}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        {...rest}
      >
        {children}
      </button>
      {isOpen && (
        <DeferredSheet
          title={sheetTitle}
          onClose={onClose}
          load={load}
          content={content(onClose)}
          look={look}
        />
      )}
    </>
  );
}
