import { printOfNotice } from '../../shared/domain/notices/print-notice.ts';
import { NOTICE_REFUSALS } from '../../shared/domain/notices/refusals.ts';
import { findPublished, loadNotice, loadNoticeText } from '../../shared/domain/notices/store.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { fileOfPrint, type PrintQuery } from '../../shared/http/print-file.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { Services } from '../../shared/services.ts';

/** The notice at the public address, as it was signed. */
export async function showPublished(
  services: Services,
  { params: { controllerId }, query }: { params: { controllerId: ControllerId }; query: PrintQuery },
): Promise<FileAnswer> {
  const where = { services, controller: controllerId };
  const pointer = await findPublished(where);
  if (pointer === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const [{ notice }, text] = await Promise.all([
    loadNotice(where, pointer.noticeId),
    loadNoticeText(where, pointer.noticeId),
  ]);
  const now = services.clock.now();
  const print = printOfNotice({ notice, text }, query.language, now);
  return fileOfPrint(print, query.form, `tietosuojaseloste-${query.language}`, now, NOTICE_REFUSALS.tooLong);
}
