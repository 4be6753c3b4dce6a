import { findVoice } from './findVoice.ts';
import type { Sentence } from './listSentences.ts';

/** What the reading aloud is at. */
export interface ReaderState {
  /** Index of the sentence that is read, or will be. */
  at: number;
  isReading: boolean;
}

/** Reads sentences aloud, one utterance each. */
export interface Reader {
  read(): ReaderState;
  subscribe(listener: () => void): () => void;
  start(): void;
  stop(): void;
  /** To the first sentence of the next paragraph (1), or of this or the previous one (-1). */
  skip(step: 1 | -1): void;
  setRate(rate: number): void;
}

/** Builds a reader of sentences with the browser's own voices. */
export function createReader(sentences: readonly Sentence[], synthesis: SpeechSynthesis): Reader {
  let state: ReaderState = { at: 0, isReading: false };
  let rate = 1;
  /** The utterance that counts; those that were cancelled may report later. */
  let current: SpeechSynthesisUtterance | undefined;
  const listeners = new Set<() => void>();

  function change(next: Partial<ReaderState>) {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function speak() {
    const sentence = sentences[state.at];
    synthesis.cancel();
    if (!sentence) return change({ at: 0, isReading: false });
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    utterance.lang = document.documentElement.lang || 'zh-CN';
    utterance.rate = rate;
    const voice = findVoice(synthesis);
    if (voice) utterance.voice = voice;
    utterance.onend = () => {
      if (current !== utterance || !state.isReading) return;
      change({ at: state.at + 1 });
      speak();
    };
    utterance.onerror = () => current === utterance && change({ isReading: false });
    current = utterance;
    synthesis.speak(utterance);
  }

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      change({ isReading: true });
      speak();
    },
    stop() {
      current = undefined;
      synthesis.cancel();
      change({ isReading: false });
    },
    skip(step) {
      change({ at: findParagraph(sentences, state.at, step) });
      if (state.isReading) speak();
    },
    setRate(next) {
      const isNew = next !== rate;
      rate = next;
      if (isNew && state.isReading) speak();
    },
  };
}

/** Gives the first sentence of the paragraph that a skip leads to. */
export function findParagraph(sentences: readonly Sentence[], at: number, step: 1 | -1): number {
  const here = sentences[at]?.paragraph ?? 0;
  const first = (paragraph: number) => sentences.findIndex((it) => it.paragraph === paragraph);
  if (step === 1) return first(here + 1) < 0 ? at : first(here + 1);
  return at > first(here) ? first(here) : Math.max(0, first(here - 1));
}
