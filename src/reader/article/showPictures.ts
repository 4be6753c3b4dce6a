import PhotoSwipe, { type SlideData } from 'photoswipe';
import 'photoswipe/style.css';
import './pictures.css';
import { closeOnBack } from '../ui/closeOnBack.ts';
import { readingWords } from '../words/readingWords.ts';
import { words } from '../words/words.ts';
import { namePicture } from './namePicture.ts';
import { buildViewerBar } from './viewerBar.ts';

/**
 * Shows pictures of an article over the whole window, beginning with one: to zoom, to swipe through, with their
 * captions. Back closes it.
 */
export function showPictures(images: HTMLImageElement[], index: number): void {
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const dialog = buildDialog();
  const viewer = new PhotoSwipe({
    dataSource: images.map(buildSlide),
    index,
    appendToEl: dialog,
    showHideAnimationType: isStill ? 'none' : 'fade',
    zoomAnimationDuration: isStill ? 0 : 180,
    bgOpacity: 0.94,
    errorMsg: words.pictureFailed,
    // Room for the caption below the picture.
    padding: { top: 48, bottom: 72, left: 0, right: 0 },
  });

  // Other hosts learn no more from the large picture than from the small one.
  viewer.on('contentLoadImage', ({ content }) => {
    if (content.element instanceof HTMLImageElement) content.element.referrerPolicy = 'no-referrer';
  });
  buildViewerBar(viewer, (position) => readCaption(images[position]));
  // The dialog is around it; what it holds is one picture of the article.
  viewer.on('bindEvents', () => viewer.element?.setAttribute('role', 'group'));
  viewer.on('change', () => {
    const image = images[viewer.currIndex];
    if (image) viewer.element?.setAttribute('aria-label', tellPicture(image, viewer.currIndex));
  });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    viewer.close();
  });
  viewer.on('destroy', () => {
    dialog.close();
    dialog.remove();
  });
  viewer.on(
    'close',
    closeOnBack(() => viewer.close()),
  );
  viewer.init();
}

/** A modal dialog: the page behind it is out of reach for the keyboard and for those who have it read out. */
function buildDialog(): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = 'picture-dialog';
  dialog.setAttribute('aria-label', readingWords.pictures);
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

function tellPicture(image: HTMLImageElement, index: number): string {
  return namePicture(image) || readingWords.numberedPicture(index + 1);
}

function buildSlide(image: HTMLImageElement, index: number): SlideData {
  const [width, height] = [image.getAttribute('width'), image.getAttribute('height')].map(Number);
  return {
    src: image.src,
    // The true size where it is here; else what is known of it; else the frame of an unknown picture.
    width: image.naturalWidth || width || 1200,
    height: image.naturalHeight || height || 800,
    alt: tellPicture(image, index),
    element: image,
  };
}

function readCaption(image: HTMLImageElement | undefined): string | undefined {
  return image?.closest('figure')?.querySelector('figcaption')?.textContent;
}
