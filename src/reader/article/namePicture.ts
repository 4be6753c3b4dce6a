/** Returns what tells a picture from others: its caption, else what is written in its place; empty without either. */
export function namePicture(image: HTMLImageElement): string {
  const caption = image.closest('figure')?.querySelector('figcaption')?.textContent.trim();
  return caption || image.alt;
}
