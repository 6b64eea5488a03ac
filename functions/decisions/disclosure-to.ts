import type { LinePart } from '../../shared/act.ts';
import type { Concerned } from '../../shared/domain/decisions/concerned-model.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
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

/**
 * What was handed to one of the concerned, for the line of the act. What the client is given of one's own matter is no
 * disclosure.
 */
export function disclosureTo(
  { concerned, clientId }: DecisionHead,
  concernedId: ConcernedId,
  of: Pick<Disclosure, 'purpose'> & { on: LocalDate; provision: string },
): Pick<LinePart, 'disclosure'> {
  const one = concerned.find((each) => each.concernedId === concernedId);
  if (one === undefined || one.roles.includes('client')) return {};
  const { on, purpose, provision } = of;
  return {
    disclosure: {
      on,
      client: clientId,
      recipient: {
        kind: one.roles.some((role) => SPEAKS_FOR.has(role)) ? 'representative' : 'party',
        ...(one.relationId === undefined ? {} : { reference: one.relationId }),
      },
      purpose,
      ground: { kind: 'provision', provision },
    },
  };
}
