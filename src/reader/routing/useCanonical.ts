import { useEffect, useRef } from 'react';

/**
 * Takes the head's canonical address away once the reader has gone on to another page: browsers share a page by it, and
 * would share the one that was opened first. `pathname`: of the page on screen.
 */
export function useCanonical(pathname: string): void {
  const opened = useRef(pathname);
  useEffect(() => {
    if (pathname !== opened.current) document.querySelector('link[rel="canonical"]')?.remove();
  }, [pathname]);
}
