import type { PrintLanguage } from '../../shared/documents/render/layout.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import type { NotesPrinted } from '../../shared/domain/prints/print-of-notes.ts';

/** Whose file a print is of: the name and the code, which no safety ban hides (661/2009 § 36). */
export async function notesPrinted(context: ClientContext, language: PrintLanguage): Promise<NotesPrinted> {
  const [{ data }, { organiser }] = await Promise.all([
    openBase(ringOf(context), context.file.head),
    officeOf(context.services, context.actor.controller, undefined),
  ]);
  return {
    client: {
      name: `${data.name.given} ${data.name.family}`,
      code: data.personalIdentityCode ?? data.temporaryId ?? '',
    },
    authority: organiser.name,
    language,
    printedAt: context.now,
  };
}
