import type PhotoSwipe from 'photoswipe';
import { readingWords } from '../words/readingWords.ts';
import { words } from '../words/words.ts';

/**
 * Puts the controls of the viewer in: which picture of how many, zoom, close, arrows, and the caption.
 * PhotoSwipe's own are written as strings of HTML, which the page's policy (Trusted Types) refuses; its looks and
 * places are kept.
 */
export function buildViewerBar(
  viewer: PhotoSwipe,
  readCaption: (index: number) => string | undefined,
): void {
  viewer.on('uiRegister', () => {
    if (viewer.ui) viewer.ui.uiElementsData = [];
    const counter = build('span', 'pswp__counter');
    const bar = build('div', 'pswp__top-bar pswp__hide-on-close');
    bar.append(
      counter,
      buildButton('zoom', readingWords.zoom, ICONS.zoom, () => viewer.toggleZoom()),
      buildButton('close', words.close, ICONS.close, () => viewer.close()),
    );
    const caption = build('div', 'pswp__caption pswp__hide-on-close');
    caption.setAttribute('aria-live', 'polite');
    viewer.scrollWrap?.append(
      bar,
      buildButton('arrow--prev', readingWords.previousPicture, ICONS.arrow, () => viewer.prev()),
      buildButton('arrow--next', readingWords.nextPicture, ICONS.arrow, () => viewer.next()),
    );
    viewer.element?.append(caption);

    const showCount = () => {
      const total = viewer.getNumItems();
      counter.textContent = [
        total > 1 && readingWords.pictureOf(viewer.currIndex + 1, total),
        viewer.currSlide?.content.isLoading() && words.loading,
      ]
        .filter(Boolean)
        .join(' · ');
    };
    viewer.on('change', () => {
      showCount();
      caption.textContent = readCaption(viewer.currIndex) ?? '';
    });
    viewer.on('loadComplete', showCount);
  });
}

/** Lines in a square of 24: [class name, path]. */
type Icon = readonly (readonly [className: string, path: string])[];

const ICONS = {
  zoom: [
    ['', 'M10.5 17a6.5 6.5 0 1 1 0-13a6.5 6.5 0 1 1 0 13zM15.2 15.2L20 20M8 10.5h5'],
    // PhotoSwipe hides it where the picture is large.
    ['pswp__zoom-icn-bar-v', 'M10.5 8v5'],
  ],
  close: [['', 'M6 6L18 18M18 6L6 18']],
  arrow: [['', 'M14.5 5L7.5 12L14.5 19']],
} as const satisfies Record<string, Icon>;

function build(name: 'div' | 'span' | 'button', className: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  return element;
}

function buildButton(kind: string, title: string, icon: Icon, onClick: () => void): HTMLElement {
  const arrow = kind.startsWith('arrow') ? ' pswp__button--arrow pswp__hide-on-close' : '';
  const button = build('button', `pswp__button pswp__button--${kind}${arrow}`);
  button.setAttribute('type', 'button');
  button.setAttribute('aria-label', title);
  button.title = title;
  button.append(buildIcon(icon));
  button.addEventListener('click', onClick);
  return button;
}

function buildIcon(icon: Icon): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'pswp__icn');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const [className, path] of icon) {
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    line.setAttribute('class', className);
    line.setAttribute('d', path);
    svg.append(line);
  }
  return svg;
}
