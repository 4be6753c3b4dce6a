/** Gives a Chinese voice, one that needs no network where there is a choice. */
export function findVoice(synthesis: SpeechSynthesis): SpeechSynthesisVoice | undefined {
  const voices = synthesis.getVoices().filter(({ lang }) => /^(?:zh|cmn)\b/i.test(lang));
  return voices.find(({ localService }) => localService) ?? voices[0];
}
