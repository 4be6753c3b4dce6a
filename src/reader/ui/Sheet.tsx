import X from 'lucide-react/icons/x';
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { words } from '../words/words.ts';
import { closeOnBack } from './closeOnBack.ts';

interface SheetProps {
  title: string;
  onClose: () => void;
  /** At the edge; there without darkening what lies behind, because it is to be looked at; or in the middle. */
  look?: 'is-edge' | 'is-clear' | 'is-center';
  children: ReactNode;
}

/**
 * A dialog that slides in from the edge; mounted means open. Escape, the button, Back and a press outside close it.
 * It belongs to the page, not to the navigation that its button stands in.
 */
export function Sheet({ title, onClose, look = 'is-edge', children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  // Its cleanup runs while the dialog is still in the document; one that is taken out open gives no focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  const close = useEffectEvent(onClose);
  useEffect(() => closeOnBack(() => close()), []);

  return createPortal(
    // A press on the backdrop is a press on the dialog element itself; the keyboard has Escape and the button.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <dialog
      ref={dialog}
      aria-label={title}
      className={`sheet ${look}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="flex min-h-0 flex-col">
        <div className="flex items-center justify-between border-line border-b py-2 pr-2 pl-5">
          <h2 className="font-semibold text-base">{title}</h2>
          <button type="button" className="icon-button" aria-label={words.close} onClick={onClose}>
            <X size={20} strokeWidth={1.6} aria-hidden="true" />
          </button>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-3">{children}</div>
      </div>
    </dialog>,
    document.body,
  );
}
