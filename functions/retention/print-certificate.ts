import type { ActContext, Reading } from '../../shared/act.ts';
import { UserItem } from '../../shared/domain/access-rights/model.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import { certificatePrint } from '../../shared/domain/retention/certificate-print.ts';
import type { DisposalList } from '../../shared/domain/retention/model.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { type LetterQuery, letterFile } from '../../shared/http/letter-file.ts';
import { userKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import { certificateOf, knownCertificate, lineOfCertificate } from './read-certificate.ts';

/** Hävitystodistus as a page or a PDF, with the names of who proposed and who approved. */
export async function printCertificate(
  context: ActContext,
  { params: { month }, query: { form, language } }: { params: { month: string }; query: LetterQuery },
): Promise<Reading<FileAnswer>> {
  const list = await knownCertificate(context, month);
  const { services, actor, now } = context;
  return {
    line: lineOfCertificate(list),
    body: async () => {
      const [certificate, proposed, approved, { organiser }] = await Promise.all([
        certificateOf(context, list),
        signerOf(context, list.proposed),
        signerOf(context, list.approved),
        officeOf(services, actor.controller, undefined),
      ]);
      const facts = { ...certificate, proposed, approved, authority: organiser.name, printedAt: now };
      return letterFile(certificatePrint(facts, language), {
        form,
        name: `havitystodistus-${month}`,
        at: now,
      });
    },
  };
}

/** By name and post while the account is known, and by its id ever after. */
async function signerOf({ services, actor }: ActContext, by: DisposalList['proposed']) {
  if (by === undefined) return undefined;
  const key = userKeys.user(actor.controller, by.userId);
  const found = await getItem(services.tables, actor.controller, 'records', key, UserItem);
  const who = found === undefined ? by.userId : `${found.user.name}, ${found.user.postTitle}`;
  return { who, at: by.at };
}
