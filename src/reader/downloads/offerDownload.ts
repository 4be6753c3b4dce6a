/** Lets the reader keep a file: `parts` under a name. */
export function offerDownload(parts: BlobPart[], type: string, name: string): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Safari reads it only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
