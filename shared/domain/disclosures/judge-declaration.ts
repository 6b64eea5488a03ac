import { inForce } from '../../kernel/date-range.ts';
import type { Finding } from '../../kernel/finding.ts';
import { ageOn, type LocalDate } from '../../kernel/local-date.ts';
import type { RelationContent, RelationRole } from '../clients/network/model.ts';
import type { Declaration, DeclarationContent, Giver } from './declaration.ts';
import { type DeclarationRule, declarationFinding } from './declaration-finding.ts';
import { type BanContent, type BanJudgement, isBanJustified } from './minors-ban.ts';

/** Who acts for a minor, and who for an adult who cannot (703/2023 § 50; 442/1999 § 29; 648/2007). */
const FOR_MINOR: readonly RelationRole[] = ['custodian', 'guardian'];
const FOR_ADULT: readonly RelationRole[] = ['guardian', 'continuingPowerOfAttorney', 'authorised'];
const OF_AGE = 18;

export type GiverFacts = {
  giver: Giver;
  relation: RelationContent | undefined;
  birthDate: LocalDate | undefined;
};

/** Whether the relation is one of a representative who may speak for the client on that day. */
export function isRepresentative(
  { relation, birthDate }: Pick<GiverFacts, 'relation' | 'birthDate'>,
  on: LocalDate,
): boolean {
  if (relation === undefined) return false;
  const isMinor = birthDate !== undefined && ageOn(birthDate, on) < OF_AGE;
  const days = { from: relation.from ?? on, ...(relation.to === undefined ? {} : { to: relation.to }) };
  return inForce(days, on) && relation.roles.some((role) => (isMinor ? FOR_MINOR : FOR_ADULT).includes(role));
}

/** What is wrong with who gave or withdrew it. */
export function judgeGiver(facts: GiverFacts, today: LocalDate): Finding[] {
  const { giver, birthDate } = facts;
  if (giver.by === 'client') return [];
  const isMinor = birthDate !== undefined && ageOn(birthDate, today) < OF_AGE;
  return [
    ...(isRepresentative(facts, today)
      ? []
      : [declarationFinding('representativeKnown', '/body/giver/relationId')]),
    ...(giver.because === 'minor' && !isMinor
      ? [declarationFinding('clientIsMinor', '/body/giver/because')]
      : []),
  ];
}

type Said = Pick<
  Declaration,
  | 'kind'
  | 'permitFor'
  | 'consentFor'
  | 'scope'
  | 'giver'
  | 'form'
  | 'informedOn'
  | 'givenOn'
  | 'until'
  | 'voluntary'
> &
  Pick<DeclarationContent, 'recipients' | 'purpose' | 'providers' | 'cannotAssess'>;

/** What a permit, a ban or a consent lacks to be one. */
export function judgeDeclaration(said: Said, facts: GiverFacts, today: LocalDate): Finding[] {
  const { kind, permitFor, consentFor, scope, giver, form, informedOn, givenOn, until } = said;
  const isConsent = kind === 'consent';
  const wrong: [boolean, DeclarationRule, string][] = [
    [givenOn > today || (until !== undefined && until < givenOn), 'givenByToday', '/body/givenOn'],
    [!said.voluntary, 'givenFreely', '/body/voluntary'],
    [informedOn === undefined || informedOn > givenOn, 'informedBefore', '/body/informedOn'],
    [(permitFor !== undefined) !== (kind === 'permit'), 'permitForWhom', '/body/permitFor'],
    [(consentFor !== undefined) !== isConsent, 'consentForWhat', '/body/consentFor'],
    [permitFor === 'socialWelfare' && scope.of !== 'controller', 'permitWhole', '/body/scope'],
    [kind === 'usePermission' && scope.of !== 'controller', 'useWhole', '/body/scope'],
    [
      permitFor === 'healthCare' && (scope.of === 'controller' || said.providers === undefined),
      'permitItemised',
      '/body/scope',
    ],
    [
      isConsent && (said.recipients.length === 0 || said.purpose === undefined),
      'consentItemised',
      '/body/recipients',
    ],
    [isConsent && form === 'oral', 'consentWritten', '/body/form'],
    [
      giver.by === 'representative' && giver.because === 'cannotAssess' && said.cannotAssess === undefined,
      'cannotAssessSaid',
      '/body/cannotAssess',
    ],
  ];
  return [
    ...wrong.flatMap(([isWrong, rule, path]) => (isWrong ? [declarationFinding(rule, path)] : [])),
    ...judgeGiver(facts, today),
  ];
}

/** In force at this moment: given, not past its last day, and not withdrawn. */
export const isInForce = (
  { givenOn, until, withdrawn }: Pick<Declaration, 'givenOn' | 'until' | 'withdrawn'>,
  today: LocalDate,
): boolean => withdrawn === undefined && givenOn <= today && (until === undefined || today <= until);

type AskedBan = { judged: BanJudgement; grounds?: BanContent['grounds']; askedOn: LocalDate };

/** What is wrong with a minor's ban as it was recorded. `towards`: the relations named, where the file has them. */
export function judgeMinorsBan(
  { judged, grounds, askedOn }: AskedBan,
  {
    birthDate,
    towards,
  }: { birthDate: LocalDate | undefined; towards: readonly (RelationContent | undefined)[] },
  today: LocalDate,
): Finding[] {
  const isMinor = birthDate !== undefined && ageOn(birthDate, today) < OF_AGE;
  return [
    ...(askedOn > today ? [declarationFinding('givenByToday', '/body/askedOn')] : []),
    ...(isMinor ? [] : [declarationFinding('banByMinor', '/params/clientId')]),
    ...(towards.includes(undefined) ? [declarationFinding('banTowardRepresentative', '/body/towards')] : []),
    ...(!isBanJustified(judged) && grounds === undefined
      ? [declarationFinding('denialGrounded', '/body/grounds')]
      : []),
  ];
}
