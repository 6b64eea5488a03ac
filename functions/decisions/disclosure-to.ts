import type { LinePart } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Concerned } from '../../shared/domain/decisions/concerned-model.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { shutOutFrom } from '../../shared/domain/disclosures/may-be-given.ts';
import { loadMinorsBans } from '../../shared/domain/disclosures/store.ts';
import type { ConcernedId } from '../../shared/kernel/id.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';
import type { Disclosure } from '../../shared/trail/disclosure.ts';

/** Who speaks for the client; the others have a voice of their own (434/2003 14 §; 417/2007 21, 89 §). */
const SPEAKS_FOR: ReadonlySet<Concerned['roles'][number]> = new Set([
  'custodian',
  'guardian',
  'continuingPowerOfAttorney',
  'authorised',
]);

export type HandedTo = { disclosed: Pick<LinePart, 'disclosure' | 'reasonCode'>; findings: string[] };

/**
 * What was handed to one of the concerned, for the line of the act. What the client is given of one's own matter is no
 * disclosure. A minor's ban does not stop what a party or a party's representative has a right to know (703/2023 § 51;
 * 621/1999 § 11): it is asked all the same, and the line and the answer say that there is one, so that whoever serves
 * sees to what the copy hides.
 */
export async function handedTo(
  context: ClientContext,
  { concerned, clientId, decisionId, documentId, serviceTasks }: DecisionHead,
  concernedId: ConcernedId,
  of: Pick<Disclosure, 'purpose'> & { on: LocalDate; provision: string },
): Promise<HandedTo> {
  const one = concerned.find((each) => each.concernedId === concernedId);
  if (one === undefined || one.roles.includes('client')) return { disclosed: {}, findings: [] };
  const { relationId } = one;
  const data = [{ kind: 'document' as const, id: documentId ?? decisionId, serviceTasks }];
  const shutOut = shutOutFrom(data, await loadMinorsBans(context, clientId));
  const isPastBan = relationId !== undefined && shutOut.has(relationId);
  const { on, purpose, provision } = of;
  return {
    findings: isPastBan ? ['decision.pastMinorsBan'] : [],
    disclosed: {
      ...(isPastBan ? { reasonCode: 'pastMinorsBan' } : {}),
      disclosure: {
        on,
        client: clientId,
        recipient: {
          kind: one.roles.some((role) => SPEAKS_FOR.has(role)) ? 'representative' : 'party',
          ...(relationId === undefined ? {} : { reference: relationId }),
        },
        purpose,
        ground: { kind: 'provision', provision },
      },
    },
  };
}
