import type { ArticleImage } from '../../model/Article.ts';
import { isPromotionPicture } from '../html/boilerplate.ts';
import { readPictureAddress } from '../html/readAddress.ts';

/** A thumbnail is 4:3. Long screenshots and narrow strips of text make none. */
const MIN_RATIO = 0.55;
const MAX_RATIO = 3.2;
const MIN_WIDTH = 160;

/**
 * Gives the picture that stands for an article in lists: the first fit one of its body.
 * The front matter's picture is no help where the body has pictures, since the writer of the archive put the first
 * one there whatever it was, in half of the files the app's QR code; it counts only where the body never named it.
 */
export function chooseLeadImage(
  images: readonly ArticleImage[],
  headImage: string,
  body: string,
): ArticleImage | undefined {
  const lead = images.find(isFit) ?? images.find((image) => !isStrip(image));
  if (lead) {
    const { caption: _, ...bare } = lead;
    return bare;
  }
  const src = readPictureAddress(headImage);
  const isAbsolute = src !== undefined && /^https:/.test(src);
  if (
    !isAbsolute ||
    isPromotionPicture(src) ||
    body.includes(headImage) ||
    /\/undefined$/.test(src)
  )
    return undefined;
  return { src };
}

function isFit({ width, height }: ArticleImage): boolean {
  if (!width || !height) return true;
  return width >= MIN_WIDTH && width / height >= MIN_RATIO && width / height <= MAX_RATIO;
}

function isStrip({ width, height }: ArticleImage): boolean {
  return (
    width !== undefined && height !== undefined && (width / height > 5 || width / height < 0.2)
  );
}
