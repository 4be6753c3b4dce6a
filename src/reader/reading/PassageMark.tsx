import { useEffect } from 'react';
import { setHighlight } from '../marking/setHighlight.ts';

/**
 * Shows the passage that the address names (`export/sentenceLink.ts`) in the text beside it, now and whenever the
 * address names another.
 */
export function PassageMark() {
  useEffect(() => {
    let isOver = false;
    async function follow() {
      const { hash } = window.location;
      if (!hash.startsWith('#s=')) return;
      const { showPassage } = await import('../export/showPassage.ts');
      const body = document.querySelector<HTMLElement>('.reading-pane .article-body');
      if (!isOver && body) showPassage(body, hash);
    }
    // Where the script can't be had, the article is there all the same.
    const followQuietly = () => void follow().catch(() => undefined);
    followQuietly();
    window.addEventListener('hashchange', followQuietly);
    return () => {
      isOver = true;
      window.removeEventListener('hashchange', followQuietly);
      setHighlight('passage', undefined);
    };
  }, []);
  return null;
}
