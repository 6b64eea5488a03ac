import type { Print } from '../../shared/documents/render/layout.ts';
import type { WrittenPdf } from '../../shared/documents/render/pdf/write-pdf.ts';
import { PRINT_REFUSALS } from '../../shared/domain/prints/refusals.ts';
import { FILE_BYTES, type FileAnswer } from '../../shared/http/file-answer.ts';
import { pageFile } from '../../shared/http/page-file.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import type { EnclosedPages } from './open-attachments.ts';
import type { PrintForm } from './print-query.ts';

type AskedFile = {
  form: PrintForm;
  name: string;
  at: Instant;
  mostPages?: number;
  /** Pages of attachments that the prints call for. */
  enclosed?: EnclosedPages;
};

/**
 * A print as the file that was asked for. What writes it is read on first use.
 * @param name of the file, without its ending: made of ids.
 */
export const fileOfPrint = (print: Print, asked: AskedFile): Promise<FileAnswer> =>
  fileOfPrints([print], print, asked);

/**
 * Several prints as one file: of PDF with its pages numbered through, of a page one below the other.
 * @param whole gives the title and what stands at the head.
 */
export async function fileOfPrints(
  prints: readonly Print[],
  whole: Print,
  { form, name, at, mostPages, enclosed = new Map() }: AskedFile,
): Promise<FileAnswer> {
  if (form === 'html') {
    return carried(await pageFile({ ...whole, nodes: prints.flatMap(({ nodes }) => nodes) }, name));
  }
  const { writePdf } = await import('../../shared/documents/render/pdf/write-pdf.ts');
  const { title, running } = whole;
  const written = await writePdf(prints, { title, authority: running.authority, at });
  const { pages } = written;
  if (mostPages !== undefined && pages > mostPages) {
    throw new Refusal(PRINT_REFUSALS.tooLarge, { details: { pages, most: mostPages } });
  }
  const bytes = enclosed.size === 0 ? written.bytes : await withPages(written, enclosed);
  return carried({ kind: 'application/pdf', bytes, name: `${name}.pdf` });
}

async function withPages(written: WrittenPdf, enclosed: EnclosedPages): Promise<Uint8Array<ArrayBuffer>> {
  const { putPages } = await import('../../shared/documents/render/pdf/enclose-pages.ts');
  return putPages(written, enclosed);
}

/** @throws Refusal `print.tooLarge` for what the door can't carry. */
function carried(file: FileAnswer): FileAnswer {
  if (file.bytes.length > FILE_BYTES) {
    throw new Refusal(PRINT_REFUSALS.tooLarge, { details: { bytes: file.bytes.length, most: FILE_BYTES } });
  }
  return file;
}
