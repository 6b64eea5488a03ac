import * as z from 'zod';
import type { LinePart } from '../../act.ts';
import { type ClientId, RelationId } from '../../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import type { ClientContext } from '../clients/file.ts';
import { fileNaming } from '../clients/network/store.ts';
import { expectMayBeGivenOfPerson } from '../disclosures/of-person.ts';
import type { Datum } from '../disclosures/scope.ts';
import { filesOf } from '../log-requests/own-lines.ts';

/** To which representative of the client a print is handed, where it is handed to one. */
export const GivenTo = {
  givenTo: RelationId.optional(),
  /** The representative, or the minor, is a party of the matter: the right to know stays (703/2023 § 51; 621/1999 § 11). */
  asParty: z.stringbool().default(false),
};
export type GivenTo = { givenTo?: RelationId | undefined; asParty: boolean };

/**
 * A representative uses the client's right to the client's data (703/2023 § 50), unless a minor has forbidden it: in the
 * file, and where it was merged in that which remains too. The line is then of the disclosure log.
 *
 * @throws Refusal `disclosure.minorsBan`; not found for one who is in no file of the person.
 */
export async function disclosedTo(
  context: ClientContext,
  { givenTo, asParty }: GivenTo,
  data: readonly Datum[] | undefined,
): Promise<Pick<LinePart, 'disclosure'>> {
  if (givenTo === undefined) return {};
  const { clientId } = context.file.head;
  const files = await filesAsked(context);
  const namedIn = await fileNaming(context, files, givenTo);
  if (namedIn === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const receiver = { kind: 'representative', relationId: givenTo, asParty } as const;
  await expectMayBeGivenOfPerson(context, files, { receiver, namedIn }, data);
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

/** Whose bans are asked: of what lies in a merged file, those of every file of the person. */
const filesAsked = ({ services, actor, file, remains }: ClientContext): Promise<ClientId[]> =>
  remains === undefined
    ? Promise.resolve([file.head.clientId])
    : filesOf(services, actor.controller, remains.head);
