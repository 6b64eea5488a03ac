import * as z from 'zod';

/**
 * Duties a grant can name. Where the decree gives a role only "the necessary data" (välttämättömät
 * tiedot), nothing is necessary until a duty is named: 14 § 2 mom., 17 §, 18 §, 22–24 §.
 */
export const Duty = z
  .enum([
    // Sosiaalipäivystys, 12 § 1 mom., 1301/2014 29 §
    'onCall',
    // Lastenvalvoja, 14 § 2 mom.
    'custodyReports',
    'supervisedVisits',
    // Hallinnollinen tehtävä, 17 §
    'invoicing',
    'payments',
    'caseRegistry',
    'informationRequests',
    // Terveydenhuolto, 18 §
    'jointService',
    'healthInSocialService',
    // ICT, 22 §
    'faultInvestigation',
    'applicationSupport',
    // Arkistotoimi, 23 §
    'archiving',
    'disposal',
    // Johtaminen, 24 §
    'reminders',
    'complaints',
    'incidents',
    'feedback',
  ])
  .meta({ id: 'Duty' });
export type Duty = z.infer<typeof Duty>;
