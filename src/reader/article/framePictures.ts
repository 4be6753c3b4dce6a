/**
 * Shows pictures of unknown size in a frame, so that nothing moves when they come (`.unsized` in articleFigures.css).
 * One is released from its frame, once it is loaded, while it is still below the window and nobody sees what moves.
 * Gives a function that stops.
 */
export function framePictures(body: HTMLElement): () => void {
  for (const image of body.querySelectorAll('img:not([width][height])')) {
    image.classList.add('unsized');
  }
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
