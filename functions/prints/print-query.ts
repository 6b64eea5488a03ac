import * as z from 'zod';
import { GivenTo } from '../../shared/domain/prints/given-to.ts';
import { PRINT_REFUSALS } from '../../shared/domain/prints/refusals.ts';
import type { FileChoice } from '../../shared/http/file-answer.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

export const PrintForm = z.enum(['html', 'pdf']);
export type PrintForm = z.infer<typeof PrintForm>;

export const PrintQuery = z.strictObject({
  form: PrintForm.default('html'),
  /** By default the language that the document was written in, and Finnish for what has none. */
  language: z.enum(['fi', 'sv']).optional(),
});
export type PrintQuery = z.infer<typeof PrintQuery>;

/** Of what may have attachments. */
export const PrintWithQuery = PrintQuery.extend({
  /** Its attachments behind it: in a PDF only, where each is named in a list at the end. */
  attachments: z.stringbool().default(false),
  ...GivenTo,
});
export type PrintWithQuery = z.infer<typeof PrintWithQuery>;

/** @throws Refusal `print.attachmentsOnlyInPdf`. */
export function refuseOnPage({ form, attachments }: { form: PrintForm; attachments: boolean }): void {
  if (attachments && form !== 'pdf') throw new Refusal(PRINT_REFUSALS.attachmentsOnlyInPdf);
}

/** A page, or a PDF, which the caller must name in Accept. */
export const PAGE_OR_PDF: FileChoice<{ query: PrintQuery }> = {
  kinds: ['text/html', 'application/pdf'],
  kindOf: ({ query }) => (query.form === 'pdf' ? 'application/pdf' : 'text/html'),
};
