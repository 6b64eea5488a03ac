import type { Print } from '../../shared/documents/render/layout.ts';
import type { AttachmentHead } from '../../shared/domain/attachments/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { BUNDLE_PAGES } from '../../shared/domain/prints/rules.ts';
import { withAttachments } from '../../shared/domain/prints/with-attachments.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { fileOfPrints } from './file-of-prints.ts';
import { type EnclosedPages, openAttachments } from './open-attachments.ts';
import type { PrintForm } from './print-query.ts';

/** One print as a file, and behind it the attachments that were found. */
export async function fileWithAttachments(
  context: ClientContext,
  print: Print,
  heads: readonly AttachmentHead[],
  { form, name }: { form: PrintForm; name: string },
): Promise<FileAnswer> {
  const enclosed: EnclosedPages = new Map();
  const prints = withAttachments(print, await openAttachments(context, heads, enclosed));
  const most = heads.length === 0 ? {} : { mostPages: BUNDLE_PAGES };
  return fileOfPrints(prints, print, { form, name, at: context.now, enclosed, ...most });
}
