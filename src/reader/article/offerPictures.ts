import { readingWords } from '../words/readingWords.ts';
import { namePicture } from './namePicture.ts';

/** Smaller ones have nothing to enlarge, in pixels. */
const LEAST_WIDTH = 120;

/**
 * Makes the pictures of an article open larger, by press, Enter and Space. What shows them is loaded then;
 * where it can't be had, the picture stays as it is. Gives a function that stops.
 */
export function offerPictures(body: HTMLElement): () => void {
  for (const [index, image] of body.querySelectorAll('img').entries()) {
    if (!canEnlarge(image)) continue;
    image.setAttribute('role', 'button');
    image.setAttribute('aria-label', readingWords.enlargePicture(namePicture(image), index + 1));
    image.setAttribute('aria-haspopup', 'dialog');
    image.tabIndex = 0;
    // An empty one would say that there is nothing to press.
    if (image.alt === '') image.removeAttribute('alt');
  }

  function open(image: HTMLImageElement) {
    const images = [...body.querySelectorAll<HTMLImageElement>('img[role="button"]:not([hidden])')];
    void import('./showPictures.ts').then(
      ({ showPictures }) => showPictures(images, images.indexOf(image)),
      () => undefined,
    );
  }
  function handleClick({ target }: MouseEvent) {
    if (target instanceof HTMLImageElement && target.role === 'button') open(target);
  }
  function handleKey(event: KeyboardEvent) {
    const isPress = event.key === 'Enter' || event.key === ' ';
    const { target } = event;
    if (!isPress || !(target instanceof HTMLImageElement)) return;
    event.preventDefault();
    open(target);
  }

  body.addEventListener('click', handleClick);
  body.addEventListener('keydown', handleKey);
  return () => {
    body.removeEventListener('click', handleClick);
    body.removeEventListener('keydown', handleKey);
  };
}

/** A picture in a link is pressed to follow the link. */
function canEnlarge(image: HTMLImageElement): boolean {
  const width = Number(image.getAttribute('width') ?? LEAST_WIDTH);
  return image.hasAttribute('src') && width >= LEAST_WIDTH && !image.closest('a[href]');
}
