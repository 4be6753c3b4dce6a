/**
 * A picture of unknown size is shown in a frame, so that nothing moves when it comes (`.unsized` in articleFigures.css).
 * Here it is released from its frame, once it is loaded, while it is still below the window and nobody sees what moves.
 * Gives a function that stops.
 */
export function releasePictures(body: HTMLElement): () => void {
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, boundingClientRect, rootBounds } of entries) {
      const isBelow = !isIntersecting && boundingClientRect.top >= (rootBounds?.bottom ?? 0);
      if (isBelow) target.classList.remove('unsized');
      observer.unobserve(target);
    }
  });

  function handleLoad({ target }: Event) {
    if (target instanceof HTMLImageElement && target.matches('.unsized')) observer.observe(target);
  }
  // load does not bubble, but it can be caught on its way down
  body.addEventListener('load', handleLoad, true);
  return () => {
    body.removeEventListener('load', handleLoad, true);
    observer.disconnect();
  };
}
