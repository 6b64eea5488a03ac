import { inForce } from '../../kernel/date-range.ts';
import type { Finding, Sentence } from '../../kernel/finding.ts';
import type { PartyId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import type { ContractContent } from './contract-model.ts';

const error = (rule: string, path: string, message: Sentence): Finding => ({
  rule: `contract.${rule}`,
  severity: 'error',
  path: `/body${path}`,
  message,
});

type Terms = Pick<ContractContent, 'from' | 'to' | 'annex' | 'subcontractors'>;

/** By what a contract can be used: the day, whether producers work for the controller at all, and whether an annex is needed (C-34). */
export type UseOfContracts = { today: LocalDate; producersWork: boolean; annexRequired: boolean };

export const useOfContracts = (
  { producers: { use, requireProcessingAnnex } }: Pick<ControllerSettings, 'producers'>,
  today: LocalDate,
): UseOfContracts => ({ today, producersWork: use, annexRequired: requireProcessingAnnex });

/** In force on the day, with the annex on personal data that the controller requires (C-34). Last days are included. */
export const isUsable = (
  { annex, ...contract }: Terms,
  { today, producersWork, annexRequired }: UseOfContracts,
): boolean =>
  producersWork &&
  inForce(contract, today) &&
  (annex === undefined ? !annexRequired : annex.signedOn <= today && inForce(annex, today));

/** Whether the producer is the seller, or a subcontractor on the day. */
export const worksUnder = (
  { partyId, subcontractors }: Pick<ContractContent, 'subcontractors'> & { partyId: PartyId },
  providerId: PartyId,
  today: LocalDate,
): boolean =>
  partyId === providerId || subcontractors.some((sub) => sub.partyId === providerId && inForce(sub, today));

/** Days in their order, and each subcontractor once, who is not the seller. */
export function judgeContract({ from, to, annex, subcontractors }: Terms, sellerId: PartyId): Finding[] {
  const findings: Finding[] = [];
  const mustBeInOrder = (range: { from: LocalDate; to?: LocalDate | undefined }, path: string): void => {
    if (range.to === undefined || range.from <= range.to) return;
    findings.push(
      error('daysInOrder', `${path}/to`, {
        fi: 'Viimeinen päivä on ennen ensimmäistä.',
        sv: 'Den sista dagen är före den första.',
        en: 'The last day is before the first.',
      }),
    );
  };
  mustBeInOrder({ from, to }, '');
  if (annex !== undefined) mustBeInOrder(annex, '/annex');
  for (const [index, sub] of subcontractors.entries()) {
    mustBeInOrder(sub, `/subcontractors/${index}`);
    const isTwice = subcontractors.findIndex(({ partyId }) => partyId === sub.partyId) !== index;
    if (sub.partyId !== sellerId && !isTwice) continue;
    findings.push(
      error('subcontractorOnce', `/subcontractors/${index}/partyId`, {
        fi: 'Alihankkija on toinen kuin myyjä ja mainitaan kerran.',
        sv: 'En underleverantör är en annan än säljaren och anges en gång.',
        en: 'A subcontractor is another than the seller, and is named once.',
      }),
    );
  }
  return findings;
}

/** A subcontractor is not taken off a contract: its days end. Who served whom is seen from it afterwards. */
export const judgeKept = (
  before: ContractContent['subcontractors'],
  after: ContractContent['subcontractors'],
): Finding[] =>
  before.every((sub) => after.some(({ partyId }) => partyId === sub.partyId))
    ? []
    : [
        error('subcontractorKept', '/subcontractors', {
          fi: 'Alihankkijaa ei poisteta sopimuksesta: anna sille viimeinen päivä.',
          sv: 'En underleverantör tas inte bort ur avtalet: ange en sista dag.',
          en: 'A subcontractor is not taken off the contract: give it a last day.',
        }),
      ];
