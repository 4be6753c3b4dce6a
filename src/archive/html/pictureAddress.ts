import { readPictureAddress } from './readAddress.ts';
import { type ElementNode, readAttribute } from './walkTree.ts';

/** Where lazy-loading templates keep the real address, best first. */
const LAZY_ATTRIBUTES = [
  'data-original',
  'data-src',
  'data-actualsrc',
  'data-lazy-src',
  'data-original-src',
  'data-lazyload',
  'data-lazy',
  'data-echo',
  'data-url',
  'data-img',
  'zoomfile',
  'file',
];
const SOURCE_SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'];

/** Pictures that stand in a page until the real one comes. */
const STAND_IN =
  /(?:^|[/_-])(?:blank|loading|lazy(?:load)?|placeholder|spacer|transparent|gr[ae]y|pixel|s?1x1)[^/]{0,8}\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$)/i;
/** Embedded pictures shorter than this are one blank pixel. */
const SHORTEST_EMBEDDED = 200;
const PICTURE_NAME = /^[^\s<>"{]+\.(?:jpe?g|png|gif|webp|avif|bmp)(?:[?#!@][^\s]*)?$/i;

/**
 * Returns the address of the best picture that an element names, or undefined. `sources`: source sets of the `picture`
 * around it.
 */
export function findPictureAddress(
  element: ElementNode,
  sources: readonly string[],
): string | undefined {
  const own = (name: string) => readAttribute(element, name);
  const lazy = LAZY_ATTRIBUTES.map((name) => readAny(own(name))).find(isReal);
  if (lazy !== undefined) return lazy;
  const sets = [...SOURCE_SETS.map(own), ...sources];
  const largest = chooseLargest(sets.flatMap((set) => readSourceSet(set ?? '')));
  if (largest !== undefined) return largest;
  const plain = readAny(own('src') ?? own('href'));
  if (isReal(plain)) return plain;
  const other = element.attrs.find(
    ({ name, value }) => name.startsWith('data-') && PICTURE_NAME.test(value),
  );
  const last = readAny(other?.value);
  if (last !== undefined) return last;
  // Very small, but what stands in for another picture is a GIF or an SVG, mostly.
  return plain && /^data:image\/(?:png|jpe?g|webp)/.test(plain) ? plain : undefined;
}

/** Tells whether an address is of a picture that may stand in for another. */
export function isStandIn(address: string): boolean {
  return address === '' || (address.startsWith('data:') && !isReal(address));
}

/** Returns the address of a picture that a style puts behind an element, or undefined. */
export function findBackground(style: string): string | undefined {
  const value = /background(?:-image)?\s*:[^;]*?url\(\s*(["']?)(.*?)\1\s*\)/i.exec(style)?.[2];
  const address = readAny(value);
  return isReal(address) ? address : undefined;
}

/** Returns the address of the picture that a link leads to, or undefined where it leads to a page. */
export function findLinkedPicture(href: string | undefined): string | undefined {
  return href !== undefined && PICTURE_NAME.test(href.trim())
    ? readPictureAddress(href)
    : undefined;
}

function readAny(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  return /^data:image\//i.test(text) ? text : readPictureAddress(text);
}

function isReal(address: string | undefined): address is string {
  if (address === undefined) return false;
  if (!address.startsWith('data:')) return !STAND_IN.test(address);
  return address.length >= SHORTEST_EMBEDDED;
}

interface Candidate {
  address: string;
  /** Pixels, or times the size. */
  size: number;
}

/** Reads `a.jpg 400w, b.jpg 2x`; addresses may hold commas. */
function readSourceSet(set: string): Candidate[] {
  return set.split(/,\s+|,(?=https?:|\/\/)|\s,/).flatMap((part) => {
    const [address, descriptor = ''] = part.trim().split(/\s+/);
    const read = readAny(address);
    return isReal(read) ? [{ address: read, size: Number.parseFloat(descriptor) || 1 }] : [];
  });
}

function chooseLargest(candidates: readonly Candidate[]): string | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates) if (!best || candidate.size > best.size) best = candidate;
  return best?.address;
}
