import * as z from 'zod';
import { type DateRange, inForce } from '../../kernel/date-range.ts';
import { LocalDate } from '../../kernel/local-date.ts';

/**
 * Keneltä tietoja saa pyytää (703/2023 § 64, which took the place of 812/2000 § 20; §§ 53 and 55 for other providers).
 * The list is closed: whoever is not of it is asked with the client's consent alone.
 */
export const Addressee = z
  .enum([
    'stateAuthority',
    'municipalAuthority',
    'otherPublicBody',
    'taxAuthority',
    'kela',
    'pensionSecurityCentre',
    'pensionFoundation',
    'otherPensionInstitution',
    'insuranceInstitution',
    'educationProvider',
    'socialProvider',
    'healthProvider',
    'healthProfessional',
    'financialInstitution',
    // With the client's consent alone.
    'otherController',
    'partner',
  ])
  .meta({ id: 'SourceAddressee' });
export type Addressee = z.infer<typeof Addressee>;

/** Käyttötarkoitus, johon tiedot hankitaan. `carryingOut` and `evaluating` are measures of § 64; `fee` is of its 3 mom. */
export const SourcePurpose = z
  .enum(['needOfCare', 'arranging', 'carryingOut', 'evaluating', 'checking', 'fee', 'activationPlan'])
  .meta({ id: 'SourcePurpose' });
export type SourcePurpose = z.infer<typeof SourcePurpose>;

export const SourceProvisionKey = z
  .enum([
    'authorityRight',
    'financialInstitution',
    'feeAndChecking',
    'healthData',
    'socialData',
    'activationPlan',
  ])
  .meta({ id: 'SourceProvision' });
export type SourceProvisionKey = z.infer<typeof SourceProvisionKey>;

export type SourceProvisionRow = {
  provision: string;
  addressees: readonly Addressee[];
  purposes: readonly SourcePurpose[];
  /** The client is told before the data are asked for. */
  tellFirst: boolean;
  validity: DateRange;
  unverified?: true;
};

const IN_FORCE: DateRange = { from: LocalDate.parse('2024-01-01') };
const OF_CARE: readonly SourcePurpose[] = [
  'needOfCare',
  'arranging',
  'carryingOut',
  'evaluating',
  'checking',
];

/** Those of § 64, 1 mom., who answer free of charge and despite secrecy. */
const BOUND_TO_ANSWER: readonly Addressee[] = [
  'stateAuthority',
  'municipalAuthority',
  'otherPublicBody',
  'taxAuthority',
  'kela',
  'pensionSecurityCentre',
  'pensionFoundation',
  'otherPensionInstitution',
  'insuranceInstitution',
  'educationProvider',
];

const SOURCE_PROVISIONS: Readonly<Record<SourceProvisionKey, SourceProvisionRow>> = {
  authorityRight: {
    provision: '703/2023 64 § 1 mom.',
    addressees: BOUND_TO_ANSWER,
    purposes: OF_CARE,
    tellFirst: false,
    validity: IN_FORCE,
  },
  financialInstitution: {
    provision: '703/2023 64 § 2 mom.',
    addressees: ['financialInstitution'],
    purposes: OF_CARE,
    tellFirst: true,
    validity: IN_FORCE,
  },
  feeAndChecking: {
    provision: '703/2023 64 § 3 mom.',
    addressees: ['taxAuthority', 'kela'],
    purposes: ['fee', 'checking'],
    tellFirst: true,
    validity: IN_FORCE,
  },
  healthData: {
    provision: '703/2023 53 § 5 mom.',
    addressees: ['healthProvider', 'healthProfessional'],
    purposes: OF_CARE,
    tellFirst: false,
    validity: IN_FORCE,
  },
  socialData: {
    provision: '703/2023 55 § 2 mom.',
    addressees: ['socialProvider'],
    purposes: OF_CARE,
    tellFirst: false,
    validity: IN_FORCE,
  },
  activationPlan: {
    provision: '189/2001 12 §',
    addressees: ['stateAuthority', 'municipalAuthority', 'kela', 'socialProvider', 'healthProvider'],
    purposes: ['activationPlan'],
    tellFirst: false,
    validity: { from: LocalDate.parse('2001-09-01') },
    unverified: true,
  },
};

export function sourceProvisionOn(key: SourceProvisionKey, on: LocalDate): SourceProvisionRow | undefined {
  const row = SOURCE_PROVISIONS[key];
  return inForce(row.validity, on) ? row : undefined;
}

/** Whether the addressee must be asked before a financial institution is. */
export const isBoundToAnswer = (addressee: Addressee): boolean => BOUND_TO_ANSWER.includes(addressee);
