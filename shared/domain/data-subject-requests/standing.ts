import type { Finding } from '../../kernel/finding.ts';
import { ageOn, type LocalDate } from '../../kernel/local-date.ts';
import type { RelationContent, RelationRole } from '../clients/network/model.ts';
import { isEnded } from '../clients/network/rules.ts';
import { wrong } from './findings.ts';
import type { RequestAsker, SubjectRequest } from './model.ts';

/** In which roles of the file somebody asks for the client: custody, guardianship and powers are of days. */
const ROLES: Partial<Record<RequestAsker, readonly RelationRole[]>> = {
  guardianOfMinor: ['custodian', 'guardian'],
  appointedGuardian: ['guardian'],
  authorised: ['authorised', 'continuingPowerOfAttorney'],
};
const OF_AGE = 18;

type Facts = {
  asker: RequestAsker;
  relation: RelationContent | undefined;
  birthDate: LocalDate | undefined;
};

/** Whether somebody of this age asks so: a minor as a minor, whose ability is judged, and a guardian of a minor alone. */
function isOfAge({ asker, birthDate }: Facts, today: LocalDate): boolean {
  if (birthDate === undefined) return true;
  const isMinor = ageOn(birthDate, today) < OF_AGE;
  if (asker === 'client') return !isMinor;
  return isMinor || (asker !== 'minor' && asker !== 'guardianOfMinor');
}

/** Whether the relation that is named lets its person ask for the client on that day. Of others none is asked. */
function isOfRelation({ asker, relation }: Facts, today: LocalDate): boolean {
  const roles = ROLES[asker];
  if (relation === undefined || roles === undefined) return true;
  const hasBegun = relation.from === undefined || relation.from <= today;
  return hasBegun && !isEnded(relation, today) && relation.roles.some((role) => roles.includes(role));
}

/** What is wrong with who asks, as the file knows the client and the relation (434/2003 14 §). */
export const judgeStanding = (facts: Facts, today: LocalDate): Finding[] => [
  ...(isOfAge(facts, today)
    ? []
    : [
        wrong('askerOfAge', '/asker', '434/2003 14 §', {
          fi: 'Alaikäinen pyytää alaikäisenä, jolloin kyky on arvioitu, tai huoltaja pyytää hänen puolestaan; täysi-ikäinen pyytää itse.',
          sv: 'En minderårig begär som minderårig, då förmågan har bedömts, eller genom vårdnadshavaren; en myndig begär själv.',
          en: 'A minor asks as a minor, whose ability has been judged, or by the guardian; who is of age asks oneself.',
        }),
      ]),
  ...(isOfRelation(facts, today)
    ? []
    : [
        wrong('askerOfRelation', '/relationId', '434/2003 12 ja 14 §', {
          fi: 'Nimetty suhde ei ole voimassa tai ei anna oikeutta pyytää asiakkaan puolesta.',
          sv: 'Den nämnda relationen gäller inte eller ger inte rätt att begära för klientens räkning.',
          en: 'The relation that is named is not in force, or gives no right to ask for the client.',
        }),
      ]),
];

/**
 * Whether the right by which it was asked still stands on the day of giving: custody and powers end, a child comes of age,
 * a client dies. Who has died has no rights of a data subject left, and of the living nothing is given as of the dead.
 */
export const rightStands = (
  { kind }: Pick<SubjectRequest, 'kind'>,
  { diedOn, ...facts }: Facts & { diedOn: LocalDate | undefined },
  today: LocalDate,
): boolean =>
  (kind === 'partyDocuments' || (kind === 'deceasedData') === (diedOn !== undefined)) &&
  // Whoever asked as a child still asks for oneself.
  (facts.asker === 'minor' || facts.asker === 'client' || judgeStanding(facts, today).length === 0);
