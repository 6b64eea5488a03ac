import * as z from 'zod';
import type { Print } from '../documents/render/layout.ts';
import { PRINT_REFUSALS } from '../domain/prints/refusals.ts';
import type { Instant } from '../kernel/instant.ts';
import { Refusal } from '../kernel/refusal.ts';
import { FILE_BYTES, type FileAnswer, type FileChoice } from './file-answer.ts';
import { pageFile } from './page-file.ts';

export const LetterQuery = z.strictObject({
  form: z.enum(['html', 'pdf']).default('html'),
  language: z.enum(['fi', 'sv']).default('fi'),
});
export type LetterQuery = z.infer<typeof LetterQuery>;

export const LETTER_FILE: FileChoice<{ query: Pick<LetterQuery, 'form'> }> = {
  kinds: ['text/html', 'application/pdf'],
  kindOf: ({ query }) => (query.form === 'pdf' ? 'application/pdf' : 'text/html'),
};

/** A print as the file that was asked for. What writes it is read on first use. @throws Refusal `print.tooLarge`. */
export async function letterFile(
  print: Print,
  { form, name, at }: { form: LetterQuery['form']; name: string; at: Instant },
): Promise<FileAnswer> {
  const file = await (form === 'html' ? pageFile(print, name) : pdfOf(print, { name, at }));
  if (file.bytes.length > FILE_BYTES) throw new Refusal(PRINT_REFUSALS.tooLarge);
  return file;
}

async function pdfOf(print: Print, { name, at }: { name: string; at: Instant }): Promise<FileAnswer> {
  const { writePdf } = await import('../documents/render/pdf/write-pdf.ts');
  const { title, running } = print;
  const { bytes } = await writePdf([print], { title, authority: running.authority, at });
  return { kind: 'application/pdf', bytes, name: `${name}.pdf` };
}
