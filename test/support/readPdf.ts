import { getDocumentProxy } from 'unpdf';

/** A page of a PDF: its size and its pieces of text without blanks, in points from the lower left corner. */
export interface PdfPage {
  width: number;
  height: number;
  pieces: { text: string; left: number; right: number }[];
}

/** Reads the pages of a PDF with their text, in the order in which it was drawn. */
export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const page = await pdf.getPage(number);
      const [, , width = 0, height = 0] = page.view;
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [{ text: item.str, left: item.transform[4], right: item.transform[4] + item.width }]
          : [],
      );
      return { width, height, pieces };
    }),
  );
}
