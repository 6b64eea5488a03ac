import type { Action } from '../action.ts';
import { ARRANGING } from '../role-groups.ts';

/** Toimet: the start of a client relationship put right, and what stood there read. */
export const RELATIONSHIP_ACTIONS = {
  correctStart: {
    name: 'clients.correctStart',
    title: {
      fi: 'Korjaa asiakkuuden alkamispäivä',
      sv: 'Rätta klientrelationens första dag',
      en: 'Correct the day on which the relationship began',
    },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 16',
  },
  readStartCorrections: {
    name: 'clients.readStartCorrections',
    title: {
      fi: 'Lue asiakkuuden alkamispäivän korjaukset',
      sv: 'Läs rättelserna av klientrelationens första dag',
      en: 'Read how the start of the relationship was corrected',
    },
    roles: ARRANGING,
    tie: 'client',
    special: 'correctRecord',
    legalGround: '703/2023 §§ 9, 22',
  },
} as const satisfies Record<string, Action>;
