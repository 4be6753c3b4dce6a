import { useSyncExternalStore } from 'react';
import { findVoice } from './findVoice.ts';

/** Whether the browser can read Chinese aloud. Most browsers learn of their voices only after a while. */
export function useHasVoices(): boolean {
  return useSyncExternalStore(subscribe, readHasVoices);
}

function readHasVoices(): boolean {
  return 'speechSynthesis' in window && findVoice(window.speechSynthesis) !== undefined;
}

function subscribe(onChange: () => void): () => void {
  const { speechSynthesis } = window;
  // Safari's older ones can't be listened to.
  speechSynthesis?.addEventListener?.('voiceschanged', onChange);
  return () => speechSynthesis?.removeEventListener?.('voiceschanged', onChange);
}
