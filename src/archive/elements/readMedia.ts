import { readLinkAddress, readPictureAddress } from '../html/readAddress.ts';
import { readElementStyle } from '../html/readElementStyle.ts';
import { type ElementNode, readAttribute, readElementText, walkTree } from '../html/walkTree.ts';
import type { BodyContext } from './BodyContext.ts';
import { findFramePage, nameFrame } from './framePages.ts';

const MISSING_VIDEO = '〔视频未能收录〕';
const MISSING_AUDIO = '〔音频未能收录〕';

/** Lists of parts, which browsers without a script can't play. */
const NO_FILE = /\.(?:m3u8|mpd)(?:[?#]|$)/i;
/** Formats that some browsers don't play; bodies have others beside them. */
const SELDOM_PLAYED = /\.(?:og[gva]|opus|webm|mkv|avi|wmv|flv|3gp)(?:[?#]|$)/i;
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
  const own = files.filter((address) => address.startsWith('https:'));
  const src = own.find((address) => !SELDOM_PLAYED.test(address)) ?? own[0];
  if (src === undefined) {
    reading.missing.push(addresses[0] ?? element.tagName);
    if (isVideo) reading.hasVideo = true;
    context.addNote(isVideo ? MISSING_VIDEO : MISSING_AUDIO, 'missing');
  } else if (NO_FILE.test(src)) addCard(element, src, context);
  else {
    const poster = readPictureAddress(readAttribute(element, 'poster'));
    const shown = isVideo && poster?.startsWith('https:') ? { poster } : {};
    builder.push({ kind: 'media', isVideo, src, ...shown });
  }
  context.drop('substitute', element);
  return true;
}

/** Notes the sounds and films that a page of WeChat plays by an id of its own. */
export function readUnnamedMedia(element: ElementNode, context: BodyContext): boolean {
  const isVideo = element.tagName === 'mp-common-videosnap';
  context.reading.missing.push(readAttribute(element, 'name') ?? element.tagName);
  if (isVideo) context.reading.hasVideo = true;
  context.addNote(isVideo ? MISSING_VIDEO : MISSING_AUDIO, 'missing');
  return true;
}

/**
 * Reads an `object`: as a picture or a frame, where it names an address that can be asked. Else it is what it holds in
 * place of that.
 */
export function readObject(element: ElementNode, context: BodyContext): boolean {
  const address = readLinkAddress(readAttribute(element, 'data'));
  if (address === undefined) return false;
  if ((readAttribute(element, 'type') ?? '').startsWith('image/')) {
    context.builder.addImage({ src: address, alt: readElementText(element).trim() });
    context.drop('substitute', element);
    return true;
  }
  return readFrame(element, context, readElementText(element));
}

/**
 * Reads a frame: a card that names the host and leads there. No frame runs. `words`: what it shows, if it has no title
 * that says so.
 */
export function readFrame(element: ElementNode, context: BodyContext, words = ''): boolean {
  const names = ['src', 'data-src', 'data-lazy-src', 'data'];
  const source = names.map((name) => readAttribute(element, name)).find((value) => value?.trim());
  const address = names
    .map((name) => readLinkAddress(readAttribute(element, name)))
    .find((each) => each !== undefined);
  const hasContent = source !== undefined || readAttribute(element, 'srcdoc') !== undefined;
  if (address !== undefined && ADVERT.test(address)) context.drop('advert', element);
  else if (isUnseen(element)) context.drop('small-picture', element);
  else if (address !== undefined) addCard(element, address, context, words);
  else if (hasContent && source !== 'about:blank') {
    context.reading.missing.push(source ?? 'srcdoc');
    context.addNote('〔嵌入的内容未能收录〕', 'missing');
  }
  context.drop('substitute', element);
  return true;
}

function addCard(element: ElementNode, address: string, context: BodyContext, words = ''): void {
  const page = findFramePage(new URL(address));
  const title = (readAttribute(element, 'title') ?? words).replace(/\s+/g, ' ').trim().slice(0, 80);
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
