import * as z from 'zod';
import type { LinePart } from '../../act.ts';
import { RelationId } from '../../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import type { ClientContext } from '../clients/file.ts';
import { loadRelation } from '../clients/network/store.ts';
import type { Datum } from '../disclosures/scope.ts';
import { expectMayBeGiven } from '../disclosures/store.ts';

/** To which representative of the client a print is handed, where it is handed to one. */
export const GivenTo = {
  givenTo: RelationId.optional(),
  /** The representative, or the minor, is a party of the matter: the right to know stays (703/2023 § 51; 621/1999 § 11). */
  asParty: z.stringbool().default(false),
};
export type GivenTo = { givenTo?: RelationId | undefined; asParty: boolean };

/**
 * A representative uses the client's right to the client's data (703/2023 § 50), unless a minor has forbidden it. The
 * line is then of the disclosure log.
 *
 * @throws Refusal `disclosure.minorsBan`; not found for one who is not in the client's file.
 */
export async function disclosedTo(
  context: ClientContext,
  { givenTo, asParty }: GivenTo,
  data: readonly Datum[] | undefined,
): Promise<Pick<LinePart, 'disclosure'>> {
  if (givenTo === undefined) return {};
  const { clientId } = context.file.head;
  const [relation] = await Promise.all([
    loadRelation(context, clientId, givenTo),
    expectMayBeGiven(context, clientId, { kind: 'representative', relationId: givenTo, asParty }, data),
  ]);
  if (relation === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return {
    disclosure: {
      on: context.today,
      client: clientId,
      recipient: { kind: 'representative', reference: givenTo },
      purpose: asParty ? 'partyAccess' : 'rightsOfClient',
      ground: { kind: 'provision', provision: asParty ? '621/1999 11 §' : '703/2023 50 §' },
    },
  };
}
