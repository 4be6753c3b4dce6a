import type PhotoSwipe from 'photoswipe';
import { words } from '../ui/words.ts';

/** The shapes of PhotoSwipe's own buttons, which its styles place. */
const shapes = {
  arrow: { size: 60, paths: { '': 'M29 43l-3 3-16-16 16-16 3 3-13 13 13 13z' } },
  close: { size: 32, paths: { '': 'M24 10l-2-2-6 6-6-6-2 2 6 6-6 6 2 2 6-6 6 6 2-2-6-6z' } },
  zoom: {
    size: 32,
    paths: {
      '': 'M17.426 19.926a6 6 0 1 1 1.5-1.5L23 22.5 21.5 24l-4.074-4.074z',
      'pswp__zoom-icn-bar-h': 'M11 16v-2h6v2z',
      'pswp__zoom-icn-bar-v': 'M13 12h2v6h-2z',
    },
  },
} as const;

/**
 * Gives the viewer its controls, in place of those that PhotoSwipe writes as HTML: the site's policy lets no HTML in but
 * through `sanitizeHtml.ts`. `readCaption` tells what stands below a picture.
 */
export function addControls(viewer: PhotoSwipe, readCaption: (index: number) => string): void {
  viewer.on('uiRegister', () => {
    const { element, scrollWrap, ui } = viewer;
    if (!element || !scrollWrap || !ui) return;
    ui.uiElementsData = [];
    const counter = buildBox('pswp__counter');
    const caption = buildBox('pswp__caption pswp__hide-on-close');
    caption.setAttribute('aria-live', 'polite');
    const previous = buildButton('arrow--prev', words.previousPicture, 'arrow', () =>
      viewer.prev(),
    );
    const next = buildButton('arrow--next', words.nextPicture, 'arrow', () => viewer.next());
    for (const arrow of [previous, next]) {
      arrow.classList.add('pswp__button--arrow', 'pswp__hide-on-close');
    }
    viewer.topBar = buildBox('pswp__top-bar pswp__hide-on-close');
    viewer.topBar.append(
      counter,
      buildButton('zoom', words.zoom, 'zoom', () => viewer.toggleZoom()),
      buildButton('close', words.close, 'close', () => viewer.close()),
    );
    scrollWrap.append(viewer.topBar, previous, next);
    element.append(caption);
    viewer.on('change', () => {
      counter.textContent = `${viewer.currIndex + 1} / ${viewer.getNumItems()}`;
      caption.textContent = readCaption(viewer.currIndex);
    });
  });
}

function buildBox(className: string): HTMLDivElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}

function buildButton(kind: string, name: string, shape: keyof typeof shapes, press: () => void) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `pswp__button pswp__button--${kind}`;
  button.title = name;
  button.setAttribute('aria-label', name);
  button.append(buildIcon(shape));
  button.addEventListener('click', press);
  return button;
}

function buildIcon(shape: keyof typeof shapes): SVGElement {
  const { size, paths } = shapes[shape];
  const icon = buildSvg('svg', { class: 'pswp__icn', viewBox: `0 0 ${size} ${size}` });
  icon.setAttribute('aria-hidden', 'true');
  // Its outline below it keeps it in sight on a picture of its own colour.
  icon.append(buildSvg('path', { class: 'pswp__icn-shadow', d: paths[''] }));
  for (const [name, d] of Object.entries(paths)) {
    icon.append(buildSvg('path', { class: name, d, ...(name && { fill: 'currentColor' }) }));
  }
  return icon;
}

function buildSvg(name: 'svg' | 'path', attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
