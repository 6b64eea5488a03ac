import * as z from 'zod';
import type { FileChoice } from '../../shared/http/file-answer.ts';

export const PrintForm = z.enum(['html', 'pdf']);
export type PrintForm = z.infer<typeof PrintForm>;

export const PrintQuery = z.strictObject({
  form: PrintForm.default('html'),
  /** By default the language that the document was written in, and Finnish for what has none. */
  language: z.enum(['fi', 'sv']).optional(),
});
export type PrintQuery = z.infer<typeof PrintQuery>;

/** A page, or a PDF, which the caller must name in Accept. */
export const PAGE_OR_PDF: FileChoice<{ query: PrintQuery }> = {
  kinds: ['text/html', 'application/pdf'],
  kindOf: ({ query }) => (query.form === 'pdf' ? 'application/pdf' : 'text/html'),
};
