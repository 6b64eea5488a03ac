import * as z from 'zod';
import type { Print } from '../documents/render/layout.ts';
import type { Instant } from '../kernel/instant.ts';
import { Refusal, type RefusalDefinition } from '../kernel/refusal.ts';
import { FILE_BYTES, type FileAnswer, type FileChoice } from './file-answer.ts';
import { pageFile } from './page-file.ts';

export const PrintQuery = z.strictObject({
  form: z.enum(['html', 'pdf']).default('html'),
  language: z.enum(['fi', 'sv', 'en']).default('fi'),
});
export type PrintQuery = z.infer<typeof PrintQuery>;

export const PRINT_FILE: FileChoice<{ query: Pick<PrintQuery, 'form'> }> = {
  kinds: ['text/html', 'application/pdf'],
  kindOf: ({ query }) => (query.form === 'pdf' ? 'application/pdf' : 'text/html'),
};

/** A public text as a file. What writes it is read on first use. @throws Refusal `tooLong`. */
export async function fileOfPrint(
  print: Print,
  form: PrintQuery['form'],
  name: string,
  at: Instant,
  tooLong: RefusalDefinition,
): Promise<FileAnswer> {
  if (form === 'html') return pageFile(print, name);
  const { writePdf } = await import('../documents/render/pdf/write-pdf.ts');
  const { title, running } = print;
  const { bytes } = await writePdf([print], { title, authority: running.authority, at });
  if (bytes.length > FILE_BYTES) throw new Refusal(tooLong);
  return { kind: 'application/pdf', bytes, name: `${name}.pdf` };
}
