import { htmlOf } from '../../shared/documents/render/html.ts';
import { STYLE_HASH } from '../../shared/documents/render/html-style.ts';
import type { Print } from '../../shared/documents/render/layout.ts';
import { PRINT_REFUSALS } from '../../shared/domain/prints/refusals.ts';
import { FILE_BYTES, type FileAnswer } from '../../shared/http/file-answer.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import type { PrintForm } from './print-query.ts';

/**
 * A print as the file that was asked for. The writer of PDF is read on first use.
 * @param name of the file, without its ending: made of ids.
 */
export async function fileOfPrint(
  print: Print,
  { form, name, at }: { form: PrintForm; name: string; at: Instant },
): Promise<FileAnswer> {
  if (form === 'html') {
    const bytes = Buffer.from(htmlOf(print), 'utf8');
    return carried({ kind: 'text/html', bytes, name: `${name}.html`, styleHash: STYLE_HASH });
  }
  const { writePdf } = await import('../../shared/documents/render/pdf/write-pdf.ts');
  const { bytes } = await writePdf([print], { title: print.title, authority: print.running.authority, at });
  return carried({ kind: 'application/pdf', bytes, name: `${name}.pdf` });
}

/** @throws Refusal `print.tooLarge` for what the door can't carry. */
function carried(file: FileAnswer): FileAnswer {
  if (file.bytes.length > FILE_BYTES) {
    throw new Refusal(PRINT_REFUSALS.tooLarge, { details: { bytes: file.bytes.length, most: FILE_BYTES } });
  }
  return file;
}
