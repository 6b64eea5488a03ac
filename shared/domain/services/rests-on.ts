import type * as z from 'zod';
import type { Finding } from '../../kernel/finding.ts';
import type { SocialService } from '../social-services.ts';
import type { ClientService, ServiceBasisKind } from './model.ts';

type Basis = z.infer<typeof ServiceBasisKind>;

/** On what a service rests, by which section; `unverified` where that is our reading and no lawyer's. */
export type RestsOn = { kinds: readonly Basis[]; source: string; unverified: boolean };

/** Sosiaalipalvelun järjestäminen perustuu päätökseen (1301/2014 45 §), unless another act says how a matter begins. */
const BY_DECISION: RestsOn = { kinds: ['decision'], source: '1301/2014 45 §', unverified: false };

const without = (kinds: readonly Basis[], source: string): RestsOn => ({ kinds, source, unverified: true });

/**
 * What begins without a decision: matters of family law, which the child welfare supervisor opens, and which end in an
 * agreement that a decision confirms; and advice. Every row of it is our reading.
 */
const OTHERWISE: Partial<Record<SocialService, RestsOn>> = {
  parenthood: without(['guidance'], '775/2022 6–7 §'),
  maintenance: without(['agreement', 'guidance'], '704/1975 7–8 §'),
  custodyAndAccess: without(['agreement', 'guidance'], '361/1983'),
  familyMediation: without(['guidance'], '234/1929'),
  enforcementMediation: without(['guidance'], '619/1996'),
  adoptionCounselling: without(['guidance', 'decision'], '22/2012'),
  serviceAdvice: without(['guidance', 'decision'], '1301/2014 6 §'),
  emergencySocialServices: without(['urgentNeed', 'guidance', 'decision'], '1301/2014 29 §'),
  shelter: without(['urgentNeed', 'guidance'], '1354/2014'),
};

export const restsOn = (socialService: SocialService): RestsOn => OTHERWISE[socialService] ?? BY_DECISION;

/** An unusual basis is asked about and never refused: urgent help comes first, and an act may allow what is not here. */
export function judgeBasisKind({
  socialService,
  basis,
}: Pick<ClientService, 'socialService' | 'basis'>): Finding[] {
  const { kinds, source } = restsOn(socialService);
  if (basis.kind === 'urgentNeed' || kinds.includes(basis.kind)) return [];
  return [
    {
      rule: 'service.basisUnusual',
      severity: 'warning',
      path: '/body/basis/kind',
      source,
      message: {
        fi: 'Palvelu ei tavallisesti perustu tähän. Tarkista, tarvitaanko päätös tai sopimus.',
        sv: 'Tjänsten grundar sig vanligen inte på detta. Kontrollera om ett beslut eller ett avtal behövs.',
        en: 'The service does not usually rest on this. Check whether a decision or an agreement is needed.',
      },
    },
  ];
}
