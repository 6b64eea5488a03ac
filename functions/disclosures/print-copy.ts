import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { dataOf, receiverOf } from '../../shared/domain/disclosures/may-disclose.ts';
import { expectMayBeGiven } from '../../shared/domain/disclosures/store.ts';
import { openAsked } from '../../shared/domain/disclosures/texts.ts';
import { definitionOfDocument } from '../../shared/domain/documents/definitions.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { type LetterQuery, letterFile } from '../../shared/http/letter-file.ts';
import type { OneDisclosure } from './one-disclosure.ts';
import { copyKept } from './read-disclosures.ts';

/**
 * The copy on paper, as it goes out or went: once it was sent, the same bytes whoever prints it and from whichever unit.
 * A minor who has shut a representative out since keeps the paper from being handed to that one again (703/2023 § 51).
 */
export async function printCopy(
  context: ClientContext,
  { params, query }: { params: OneDisclosure; query: LetterQuery },
): Promise<Reading<FileAnswer>> {
  const { item, prepared, line, open } = await copyKept(context, params);
  await expectMayBeGiven(context, item.clientId, receiverOf(item, prepared.ground), dataOf(prepared));
  return {
    version: item.version,
    line,
    body: async () => {
      const { services, actor } = context;
      const [copy, { name: recipient }, { organiser }] = await Promise.all([
        open(),
        openAsked(ringOf(context), item),
        officeOf(services, actor.controller, undefined),
      ]);
      const oids = [...new Set(copy.documents.map(({ definition }) => definition))];
      const definitions = new Map(
        await Promise.all(oids.map(async (oid) => [oid, await definitionOfDocument(services, oid)] as const)),
      );
      const { printOfCopy } = await import('../../shared/domain/disclosures/print-of-copy.ts');
      const print = await printOfCopy(
        { item, copy, recipient, authority: organiser.name, definitions },
        query.language,
      );
      const at = item.sent?.at ?? prepared.at;
      return letterFile(print, { form: query.form, name: `luovutus-${item.disclosureId}`, at });
    },
  };
}
