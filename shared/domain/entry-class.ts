import * as z from 'zod';

/**
 * What decree 457/2024 asks of a piece of client data before it says who may use it: how sensitive the
 * entry is, what kind of document it stands in and in which phase of the work it arose. The service task
 * and the social service (11 §) are in shared/domain.
 */

/** Therapy and examination entries, and data of family mediation and shelter, have bans of their own (12–18 §). */
export const Sensitivity = z
  .enum(['ordinary', 'therapy', 'examination', 'familyMediation', 'shelter'])
  .meta({ id: 'Sensitivity' });
export type Sensitivity = z.infer<typeof Sensitivity>;

/**
 * `clienthood`: asiakkuustiedot (2 § 1 k.: base data of 703/2023 38 § and risk data). `assessment`:
 * palvelutarpeen arvio. `clientPlan`: asiakassuunnitelma. `implementationPlan`: toteuttamissuunnitelma.
 * `decision`: päätös, its preparation and enforcement. `caseNote`: asiakaskertomusmerkintä.
 * `implementation`: other data of carrying the service out. `contract`: sopimus.
 */
export const DocumentKind = z
  .enum([
    'clienthood',
    'assessment',
    'clientPlan',
    'implementationPlan',
    'decision',
    'caseNote',
    'implementation',
    'contract',
    'other',
  ])
  .meta({ id: 'DocumentKind' });
export type DocumentKind = z.infer<typeof DocumentKind>;

/** Järjestäminen and toteutus: the ban on shelter and mediation concerns data of implementing. */
export const ProcessPhase = z.enum(['arranging', 'implementing']).meta({ id: 'ProcessPhase' });
export type ProcessPhase = z.infer<typeof ProcessPhase>;
