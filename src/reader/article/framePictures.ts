/**
 * Shows pictures of unknown size in a frame, so that nothing moves when they come (`.unsized` in articleFigures.css).
 * One is released from its frame, once it is loaded, while it is still below the window and nobody sees what moves.
 * Marks those that may have clear parts, once they are loaded (`.may-be-clear`). Gives a function that stops.
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
    if (!(target instanceof HTMLImageElement)) return;
    markClear(target);
    if (target.matches('.unsized')) observer.observe(target);
  }
  for (const image of body.querySelectorAll('img')) {
    if (image.complete && image.naturalWidth > 0) markClear(image);
  }
  // load does not bubble, but it can be caught on its way down
  body.addEventListener('load', handleLoad, true);
  return () => {
    body.removeEventListener('load', handleLoad, true);
    observer.disconnect();
  };
}

/** JPEG has no clear parts; any other format may. Which one it is, only the address tells. */
function markClear(image: HTMLImageElement): void {
  const isOpaque = /\.jpe?g\b|[?&=]jpe?g\b/i.test(image.src);
  if (!isOpaque) image.classList.add('may-be-clear');
}
