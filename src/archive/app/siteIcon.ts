import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';

/** The owner's icon, which takes the place of all icons in `public/`. */
export interface SiteIcon {
  /** Its file in the output. */
  path: string;
  type: string;
  /** As manifests say it. */
  sizes: string;
  bytes: Buffer;
}

/** Bytes of an SVG that stands in the page itself, which saves a request. */
const MOST_INLINE = 4096;
const ICON_LINKS = /[ \t]*<link rel="(?:icon|apple-touch-icon)"[^>]*>\n/g;

/** Reads the icon that the owner has named; the settings have been checked. */
export function readSiteIcon(contentDir: string, icon: string | undefined): SiteIcon | undefined {
  if (icon === undefined) return undefined;
  const bytes = readFileSync(join(contentDir, icon));
  if (/\.svg$/i.test(icon)) return { path: 'icon.svg', type: 'image/svg+xml', sizes: 'any', bytes };
  const { width, height } = imageSize(bytes);
  return { path: 'icon.png', type: 'image/png', sizes: `${width}x${height}`, bytes };
}

/** Puts the product's own icon, which stands in `public/`, into the page. */
export function inlineIcon(html: string, publicDir: string): string {
  const bytes = readFileSync(join(publicDir, 'icon.svg'));
  return html.replace(/(?<=rel="icon" href=")[^"]+/, buildDataAddress('image/svg+xml', bytes));
}

/**
 * Names the owner's icon in the page, in place of the product's. iOS takes no SVG for its home screen.
 * `isServed`: the icon's file is there; a development server has none.
 */
export function linkIcon(html: string, icon: SiteIcon, base: string, isServed: boolean): string {
  const { path, type, bytes } = icon;
  const isSvg = type === 'image/svg+xml';
  const isInline = !isServed || (isSvg && bytes.length <= MOST_INLINE);
  const href = isInline ? buildDataAddress(type, bytes) : base + path;
  const touch = isSvg ? '' : `    <link rel="apple-touch-icon" href="${href}" />\n`;
  const links = `    <link rel="icon" href="${href}" type="${type}" />\n${touch}`;
  return html.replace(ICON_LINKS, '').replace(/[ \t]*<\/head>/, (end) => links + end);
}

function buildDataAddress(type: string, bytes: Buffer): string {
  if (type !== 'image/svg+xml') return `data:${type};base64,${bytes.toString('base64')}`;
  return `data:${type},${encodeURIComponent(bytes.toString('utf8'))}`;
}
