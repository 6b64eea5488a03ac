import * as z from 'zod';
import { SubjectRequestId } from '../kernel/id.ts';
import { LocalDate } from '../kernel/local-date.ts';
import { Refusal, type RefusalDefinition } from '../kernel/refusal.ts';

/**
 * Käsittelyn rajoittaminen ((EU) 2016/679 art. 18): what is limited is kept, and neither read, changed nor given but on
 * one of the grounds of art. 18(2). Not to be taken for a restricted file, which has named readers.
 */
export const Limited = z.strictObject({
  /**
   * The request of this client. A document of several clients bears the mark in the files of the others without it, unless
   * they have had it restricted as well: then each file names its own, and it is kept until all are lifted.
   */
  requestId: SubjectRequestId.optional(),
  since: LocalDate,
});
export type Limited = z.infer<typeof Limited>;

export const LIMITED_REFUSAL = {
  code: 'processing.limited',
  kind: 'conflict',
  title: {
    fi: 'Tiedon käsittelyä on rajoitettu asiakkaan pyynnöstä: tietoa vain säilytetään.',
    sv: 'Behandlingen av uppgiften är begränsad på klientens begäran: uppgiften bara förvaras.',
    en: 'The processing of this is restricted at the request of the client: it is kept only.',
  },
} as const satisfies RefusalDefinition;

/** @throws Refusal `processing.limited`. */
export function expectNotLimited({ limited }: { limited?: Limited | undefined }): void {
  if (limited !== undefined) throw new Refusal(LIMITED_REFUSAL);
}
