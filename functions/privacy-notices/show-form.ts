import * as z from 'zod';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { FormKind, isInUse, printOfForm } from '../../shared/domain/notices/print-form.ts';
import { NOTICE_REFUSALS } from '../../shared/domain/notices/refusals.ts';
import { findController } from '../../shared/domain/notices/store.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { fileOfPrint, PrintQuery } from '../../shared/http/print-file.ts';
import { ControllerId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { Services } from '../../shared/services.ts';

export const OneForm = z.strictObject({ controllerId: ControllerId, kind: FormKind });
export const FormQuery = PrintQuery.extend({ language: z.enum(['fi', 'sv']).default('fi') });

/** A blank form of a request, with the data of the controller as they are today. */
export async function showForm(
  services: Services,
  {
    params: { controllerId, kind },
    query,
  }: { params: z.infer<typeof OneForm>; query: z.infer<typeof FormQuery> },
): Promise<FileAnswer> {
  const [record, settings] = await Promise.all([
    findController({ services, controller: controllerId }),
    settingsOf(services, controllerId),
  ]);
  if (record === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  if (!isInUse(kind, settings)) throw new Refusal(NOTICE_REFUSALS.noForm);
  const now = services.clock.now();
  const print = printOfForm(kind, { controller: record.controller, settings }, query.language, now);
  return fileOfPrint(print, query.form, `lomake-${kind}-${query.language}`, now, NOTICE_REFUSALS.tooLong);
}
