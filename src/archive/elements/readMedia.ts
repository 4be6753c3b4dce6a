import { readLinkAddress, readPictureAddress } from '../html/readAddress.ts';
import { readElementStyle } from '../html/readElementStyle.ts';
import { type ElementNode, readAttribute, walkTree } from '../html/walkTree.ts';
import type { BodyContext } from './BodyContext.ts';
import { findFramePage, nameFrame } from './framePages.ts';

/** Lists of parts, which browsers without a script can't play. */
const NO_FILE = /\.(?:m3u8|mpd)(?:[?#]|$)/i;
/** Frames of advertisers. */
const ADVERT =
  /(?:doubleclick|googlesyndication|googleadservices|adservice|pos\.baidu|cpro\.baidu)\./i;
/** Frames up to this size, in pixels, are there for their scripts. */
const UNSEEN_SIZE = 3;

/** Reads a film or a sound: it plays in the article where the body names a file that can be asked. */
export function readMedia(element: ElementNode, context: BodyContext): boolean {
  const { builder, reading } = context;
  const isVideo = element.tagName === 'video';
  const addresses = listAddresses(element);
  const files = addresses.map(readPictureAddress).filter((address) => address !== undefined);
  const src = files.find((address) => address.startsWith('https:'));
  if (src === undefined) {
    reading.missing.push(addresses[0] ?? element.tagName);
    if (isVideo) reading.hasVideo = true;
    context.addNote(isVideo ? '〔视频未能收录〕' : '〔音频未能收录〕', 'missing');
  } else if (NO_FILE.test(src)) addCard(element, src, context);
  else {
    const poster = readPictureAddress(readAttribute(element, 'poster'));
    const shown = isVideo && poster?.startsWith('https:') ? { poster } : {};
    builder.push({ kind: 'media', isVideo, src, ...shown });
  }
  context.drop('substitute', element);
  return true;
}

/** Reads a frame: a card that names the host and leads there. No frame runs. */
export function readFrame(element: ElementNode, context: BodyContext): boolean {
  const names = ['src', 'data-src', 'data-lazy-src', 'data'];
  const source = names.map((name) => readAttribute(element, name)).find((value) => value?.trim());
  const address = names
    .map((name) => readLinkAddress(readAttribute(element, name)))
    .find((each) => each !== undefined);
  const hasContent = source !== undefined || readAttribute(element, 'srcdoc') !== undefined;
  if (address !== undefined && ADVERT.test(address)) context.drop('advert', element);
  else if (isUnseen(element)) context.drop('small-picture', element);
  else if (address !== undefined) addCard(element, address, context);
  else if (hasContent && source !== 'about:blank') {
    context.reading.missing.push(source ?? 'srcdoc');
    context.addNote('〔嵌入的内容未能收录〕', 'missing');
  }
  context.drop('substitute', element);
  return true;
}

function addCard(element: ElementNode, address: string, context: BodyContext): void {
  const page = findFramePage(new URL(address));
  const title = (readAttribute(element, 'title') ?? '').replace(/\s+/g, ' ').trim().slice(0, 80);
  context.addNote(nameFrame(page, title), 'card', page.href);
}

/** Lists the addresses that an element names itself, then those of its sources. */
function listAddresses(element: ElementNode): string[] {
  const found: string[] = [];
  const note = (each: ElementNode) => {
    for (const name of ['src', 'data-src']) {
      const value = readAttribute(each, name)?.trim();
      if (value) found.push(value);
    }
  };
  note(element);
  walkTree(element, {
    enter(child) {
      if (child.tagName === 'source') note(child);
      return true;
    },
    leave: () => {},
    text: () => {},
    comment: () => {},
  });
  return found;
}

function isUnseen(element: ElementNode): boolean {
  if (readElementStyle(element).isHidden) return true;
  return ['width', 'height'].some((name) => {
    const size = readAttribute(element, name)?.trim() ?? '';
    return /^\d+(?:px)?$/.test(size) && Number.parseInt(size, 10) <= UNSEEN_SIZE;
  });
}
