import { setHighlight } from '../marking/setHighlight.ts';
import { findPassage } from './sentenceLink.ts';
import './passage.css';

/** Marks the passage that the address names and brings it into sight; gives whether the text has it. */
export function showPassage(body: HTMLElement, fragment: string): boolean {
  const range = findPassage(body, fragment);
  if (!range) return false;
  setHighlight('passage', range);
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  return true;
}
