/** What drawing needs to know of the whole, and what it finds. */
export type Course = {
  /** Pages on which the prints begin, from 0, as far as they are known. */
  starts: readonly number[];
  outline: PDFKit.PDFOutline;
  /** Drawn only to learn on which pages things come to stand. */
  isRehearsal: boolean;
};
