import type { Finding } from '../../../kernel/finding.ts';
import type { RelationId } from '../../../kernel/id.ts';
import { ageOn, type LocalDate } from '../../../kernel/local-date.ts';
import type { RelationContent, RelationRole } from '../../clients/network/model.ts';
import { isEnded } from '../../clients/network/rules.ts';
import type { Concerned, ConcernedRole } from '../concerned-model.ts';
import { type DecisionKind, isAppealable, kindOf } from '../kinds.ts';
import type { DecisionHead } from '../model.ts';
import { finding } from './finding.ts';

/** Asianosaiset ja puhevalta: whose matter it is, by the client's age and network. */

export type Related = { relationId: RelationId; content: Pick<RelationContent, 'roles' | 'to'> };
export type Expected = { relationId?: RelationId; roles: ConcernedRole[] };

/** Who speaks for somebody by law, whatever the matter (434/2003 14 §). */
const REPRESENTATIVES = [
  'custodian',
  'guardian',
  'continuingPowerOfAttorney',
] as const satisfies RelationRole[];
/** Of these an adult client has none. */
const OF_CHILD: readonly ConcernedRole[] = ['custodian', 'parent', 'carer'];

/**
 * Whom the system expects: the client, everybody who represents the client by law and, where the kind says so,
 * parents. Carers and those whose contact is restricted are named by the preparer, for a network has no such roles.
 */
export function expectedConcerned(
  kind: DecisionKind,
  client: { birthDate?: LocalDate | undefined },
  relations: readonly Related[],
  today: LocalDate,
): Expected[] {
  const isAdult = client.birthDate !== undefined && ageOn(client.birthDate, today) >= 18;
  const { voices = [] } = kindOf(kind);
  const sought: ConcernedRole[] = [
    ...REPRESENTATIVES,
    ...(voices.includes('parent') ? (['parent'] as const) : []),
  ];
  const related = relations
    .filter(({ content }) => !isEnded(content, today))
    .map(
      ({ relationId, content }): Expected => ({
        relationId,
        roles: sought.filter(
          (role) => content.roles.some((one) => one === role) && !(isAdult && OF_CHILD.includes(role)),
        ),
      }),
    )
    .filter(({ roles }) => roles.length > 0);
  return [{ roles: ['client'] }, ...related];
}

/** A child has the right of appeal from 12 in child welfare, from 15 elsewhere; a client of unknown age has it. */
export function clientMayAppeal(
  kind: DecisionKind,
  birthDate: LocalDate | undefined,
  today: LocalDate,
): boolean {
  const { route, childFrom } = kindOf(kind);
  return isAppealable(route) && (birthDate === undefined || ageOn(birthDate, today) >= childFrom);
}

/** Nobody whom the file itself names is left out of the decision. */
export function judgeConcerned(listed: readonly Concerned[], expected: readonly Expected[]): Finding[] {
  const isListed = (one: Expected): boolean => listed.some(({ relationId }) => relationId === one.relationId);
  return expected
    .filter((one) => !isListed(one))
    .map(() =>
      finding('concernedMissing', 'error', '/concerned', '434/2003 14, 54, 56 §', {
        fi: 'Päätökseltä puuttuu asianosainen tai edustaja, joka on asiakkaan tiedoissa.',
        sv: 'I beslutet saknas en part eller företrädare som finns i klientens uppgifter.',
        en: 'A party or representative who stands in the client’s file is missing from the decision.',
      }),
    );
}

/** Everybody who may appeal is served, and everybody who speaks for the client (54, 56 §). */
export const mustBeServed = ({ concerned }: Pick<DecisionHead, 'concerned'>): Concerned[] =>
  concerned.filter(({ mayAppeal, roles }) => mayAppeal || roles.some((role) => role !== 'client'));
