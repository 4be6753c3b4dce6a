import { readingWords } from '../words/readingWords.ts';
import { words } from '../words/words.ts';

/**
 * Watches the pictures below `body`. One that fails is hidden, and a notice with a button takes its place and its size;
 * the caption stays. All are asked for once more when the network is back. Gives a function that stops.
 */
export function watchPictures(body: HTMLElement): () => void {
  function handleError(event: Event) {
    if (event.target instanceof HTMLImageElement) showNotice(event.target);
  }
  // error does not bubble, but it can be caught on its way down
  body.addEventListener('error', handleError, true);
  const retry = () => retryAll(body);
  window.addEventListener('online', retry);
  return () => {
    body.removeEventListener('error', handleError, true);
    window.removeEventListener('online', retry);
  };
}

/**
 * Puts the notice in the place of pictures that have no address to load from; no error will tell of them. `wasDrawn`:
 * they stood in the page before they were watched. What may have failed by then is asked for once more.
 */
export function markMissingPictures(body: HTMLElement, wasDrawn = false): void {
  for (const image of body.querySelectorAll('img')) {
    const source = image.getAttribute('src');
    if (source === null) showNotice(image);
    else if (wasDrawn && image.complete && image.naturalWidth === 0) image.src = source;
  }
}

function showNotice(image: HTMLImageElement): void {
  if (image.hidden) return;
  const source = image.getAttribute('src');
  const notice = document.createElement('span');
  notice.className = 'dead-picture';
  const [width, height] = [image.getAttribute('width'), image.getAttribute('height')];
  if (width && height) {
    // Not the properties themselves: on paper it is a line (tables/paper.css).
    notice.style.setProperty('--width', `${width}px`);
    notice.style.setProperty('--ratio', `${width} / ${height}`);
  } else if (image.classList.contains('unsized')) notice.classList.add('unsized');
  const text = document.createElement('span');
  text.textContent = words.pictureFailed;
  notice.append(text);
  if (image.alt && !hasCaption(image)) notice.append(buildAlt(image.alt));
  if (source !== null) notice.append(buildRetryButton(image, notice, source));
  image.hidden = true;
  // Before the picture: the first of a figure has no space above it, the second has, as the pictures they stand for.
  image.before(notice);
  offerRetryAll(image.closest('.article-body'));
}

/** Where several have failed, each notice offers to ask for all of them. */
function offerRetryAll(body: Element | null): void {
  const notices = [...(body?.querySelectorAll('.dead-picture') ?? [])].filter(findRetry);
  for (const notice of notices) {
    const button =
      notice.querySelector('.retry-all') ?? notice.appendChild(buildButton('retry-all'));
    button.textContent = readingWords.retryAll(notices.length);
    button.classList.toggle('is-alone', notices.length < 2);
  }
}

function findRetry(notice: Element): HTMLButtonElement | null {
  return notice.querySelector<HTMLButtonElement>('.retry');
}

function retryAll(body: Element): void {
  for (const notice of body.querySelectorAll('.dead-picture')) findRetry(notice)?.click();
}

function hasCaption(image: HTMLImageElement): boolean {
  return image.closest('figure')?.querySelector('figcaption') != null;
}

function buildAlt(alt: string): HTMLElement {
  const text = document.createElement('span');
  text.className = 'dead-picture-alt';
  text.textContent = alt;
  return text;
}

function buildRetryButton(image: HTMLImageElement, notice: HTMLElement, source: string) {
  const button = buildButton('retry');
  button.textContent = words.retry;
  button.addEventListener('click', () => {
    const body = notice.closest('.article-body');
    notice.remove();
    offerRetryAll(body);
    image.hidden = false;
    image.loading = 'eager'; // asked for now
    image.src = source;
  });
  return button;
}

function buildButton(name: 'retry' | 'retry-all'): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `button ${name}`;
  if (name === 'retry-all')
    button.addEventListener('click', () => retryAll(button.closest('.article-body') as Element));
  return button;
}
