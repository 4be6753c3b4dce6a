import type { Tongue } from './blocks.ts';
import { type ElementNode, readAttribute } from './walkTree.ts';

/** What an element says about the look of its text. */
export interface ElementStyle extends Tongue {
  isBold: boolean;
  isItalic: boolean;
  isHidden: boolean;
  isLegend: boolean;
  align?: 'center' | 'right' | 'left';
}

const NO_STYLE: Readonly<ElementStyle> = {
  isBold: false,
  isItalic: false,
  isHidden: false,
  isLegend: false,
};

/**
 * Reads the three ways in which scraped bodies carry layout: Sina's `cms-style` tokens
 * (`font-L strong-Bold align-Center color210`), inline styles, and the `align` attribute.
 */
export function readElementStyle(element: ElementNode): Readonly<ElementStyle> {
  if (element.attrs.length === 0 && element.tagName !== 'center') return NO_STYLE;
  const style: ElementStyle = { ...NO_STYLE };
  if (element.tagName === 'center') style.align = 'center';
  for (const { name, value } of element.attrs) {
    if (name === 'cms-style') readTokens(value, style);
    else if (name === 'style') readInlineStyle(value, style);
    else if (name === 'align') readAlign(value, style);
    else if (name === 'dir') readDirection(value.toLowerCase(), style);
    else if (name === 'lang') readLanguage(value, style);
    else if (name === 'hidden') style.isHidden = true;
  }
  return style;
}

function readTokens(value: string, style: ElementStyle): void {
  for (const token of value.toLowerCase().split(/\s+/)) {
    if (token === 'strong-bold') style.isBold = true;
    else if (token === 'italic') style.isItalic = true;
    else if (token === 'legend') style.isLegend = true;
    else if (token.startsWith('align-')) readAlign(token.slice('align-'.length), style);
  }
}

function readInlineStyle(value: string, style: ElementStyle): void {
  for (const declaration of value.toLowerCase().split(';')) {
    const [property = '', setting = ''] = declaration.split(':', 2).map((part) => part.trim());
    if (property === 'text-align') readAlign(setting, style);
    else if (property === 'font-weight') style.isBold = /^(bold|bolder|[6-9]00)\b/.test(setting);
    else if (property === 'font-style') style.isItalic = /^(italic|oblique)/.test(setting);
    else if (property === 'display' && setting.startsWith('none')) style.isHidden = true;
    else if (property === 'visibility' && setting.startsWith('hidden')) style.isHidden = true;
  }
}

function readDirection(value: string, style: ElementStyle): void {
  if (value === 'rtl' || value === 'auto') style.dir = value;
}

/** The page is Chinese. */
function readLanguage(value: string, style: ElementStyle): void {
  if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(value) && !/^zh\b/i.test(value))
    style.lang = value;
}

function readAlign(value: string, style: ElementStyle): void {
  const align = value.trim().toLowerCase();
  if (align === 'center' || align === 'right') style.align = align;
  else if (align === 'left' || align === 'justify' || align === 'start') style.align = 'left';
}

/**
 * Gives the class names as one string with a blank at both ends, for look-ups by ` name `; empty where there are
 * none.
 */
export function readClasses(element: ElementNode): string {
  const classes = readAttribute(element, 'class');
  return classes ? ` ${classes.trim().replace(/\s+/g, ' ')} ` : '';
}
