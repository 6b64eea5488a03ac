import * as z from 'zod';
import { htmlOf } from '../documents/render/html.ts';
import { STYLE_HASH } from '../documents/render/html-style.ts';
import type { Print } from '../documents/render/layout.ts';
import { PRINT_REFUSALS } from '../domain/prints/refusals.ts';
import type { Instant } from '../kernel/instant.ts';
import { Refusal } from '../kernel/refusal.ts';
import { FILE_BYTES, type FileAnswer, type FileChoice } from './file-answer.ts';

export const LetterQuery = z.strictObject({
  form: z.enum(['html', 'pdf']).default('html'),
  language: z.enum(['fi', 'sv']).default('fi'),
});
export type LetterQuery = z.infer<typeof LetterQuery>;

export const LETTER_FILE: FileChoice<{ query: Pick<LetterQuery, 'form'> }> = {
  kinds: ['text/html', 'application/pdf'],
  kindOf: ({ query }) => (query.form === 'pdf' ? 'application/pdf' : 'text/html'),
};

/** A print as the file that was asked for. The writer of PDF is read on first use. @throws Refusal `print.tooLarge`. */
export async function letterFile(
  print: Print,
  { form, name, at }: { form: LetterQuery['form']; name: string; at: Instant },
): Promise<FileAnswer> {
  const file = form === 'html' ? pageOf(print, name) : await pdfOf(print, { name, at });
  if (file.bytes.length > FILE_BYTES) throw new Refusal(PRINT_REFUSALS.tooLarge);
  return file;
}

const pageOf = (print: Print, name: string): FileAnswer => ({
  kind: 'text/html',
  bytes: Buffer.from(htmlOf(print), 'utf8'),
  name: `${name}.html`,
  styleHash: STYLE_HASH,
});

async function pdfOf(print: Print, { name, at }: { name: string; at: Instant }): Promise<FileAnswer> {
  const { writePdf } = await import('../documents/render/pdf/write-pdf.ts');
  const { title, running } = print;
  const { bytes } = await writePdf([print], { title, authority: running.authority, at });
  return { kind: 'application/pdf', bytes, name: `${name}.pdf` };
}
