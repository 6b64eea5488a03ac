import type { Finding } from '../../kernel/finding.ts';
import type { RelationId } from '../../kernel/id.ts';
import { ageOn, type LocalDate } from '../../kernel/local-date.ts';
import type { RelationContent } from '../clients/network/model.ts';
import { isEnded } from '../clients/network/rules.ts';
import type { Told, ToldRecipient } from './model.ts';

/** Whom the start of a child welfare relationship is told to (417/2007 § 27): custodians and the child. Pure. */

/**
 * From this age the child is told for itself, as it is heard (434/2003 14 §: 12 years); a younger child's being told is
 * recorded and not waited for. § 27 names no age of its own.
 */
const CHILD_TOLD_FROM = 12;

export type Family = {
  birthDate: LocalDate | undefined;
  relations: readonly { relationId: RelationId; content: Pick<RelationContent, 'roles' | 'to'> }[];
};

const custodiansOf = ({ relations }: Family, today: LocalDate): RelationId[] =>
  relations
    .filter(({ content }) => content.roles.includes('custodian') && !isEnded(content, today))
    .map(({ relationId }) => relationId);

/**
 * Who has not been told yet: a code for each. Where the network knows no custodian, one who is named without it.
 * `shutOut`: custodians whom the child has shut out (703/2023 § 51), and who are not waited for.
 */
export function notYetTold(
  family: Family,
  told: readonly Pick<Told, 'recipient'>[],
  { shutOut, today }: { shutOut: ReadonlySet<RelationId>; today: LocalDate },
): string[] {
  const recipients = told.map(({ recipient }) => recipient);
  const custodians = custodiansOf(family, today);
  const isChildAsked = family.birthDate === undefined || ageOn(family.birthDate, today) >= CHILD_TOLD_FROM;
  const isChildTold = recipients.some(({ kind }) => kind === 'child');
  const areCustodiansTold =
    custodians.length === 0
      ? recipients.some(({ kind }) => kind === 'custodian')
      : custodians.every(
          (relationId) =>
            shutOut.has(relationId) ||
            recipients.some((one) => one.kind === 'custodian' && one.relationId === relationId),
        );
  return [
    ...(isChildAsked && !isChildTold ? ['assessment.childNotTold'] : []),
    ...(areCustodiansTold ? [] : ['assessment.custodianNotTold']),
  ];
}

export function judgeTelling(
  { recipient, on }: { recipient: ToldRecipient; on: LocalDate },
  family: Family,
  { began, today }: { began: LocalDate; today: LocalDate },
): Finding[] {
  const isStranger =
    recipient.kind === 'custodian' &&
    recipient.relationId !== undefined &&
    !custodiansOf(family, today).includes(recipient.relationId);
  return [
    ...(on < began || on > today
      ? [
          finding('assessment.toldOn', '/body/on', {
            fi: 'Päivä on ennen asiakkuuden alkamista tai tulevaisuudessa.',
            sv: 'Dagen är före klientrelationens början eller i framtiden.',
            en: 'The day is before the relationship began, or in the future.',
          }),
        ]
      : []),
    ...(isStranger
      ? [
          finding('assessment.toldTo', '/body/recipient/relationId', {
            fi: 'Henkilö ei ole lapsen verkostossa voimassa olevana huoltajana.',
            sv: 'Personen finns inte i barnets nätverk som gällande vårdnadshavare.',
            en: 'The person is no custodian in force in the network of the child.',
          }),
        ]
      : []),
  ];
}

const finding = (rule: string, path: string, message: Finding['message']): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: '417/2007 § 27',
});
