import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';
import { CLIENT_WORK } from '../role-groups.ts';

/** Who may hold the special right without which none of this is done. */
const MANAGERS: readonly JobRole[] = [...CLIENT_WORK, 'supervisor'];
const LEGAL_GROUND = '703/2023 § 9; EU 2016/679, 5 (1) (f)';

/** Toimet: restricting a file to named readers. Only a reader of a restricted file changes who reads it. */
export const RESTRICTION_ACTIONS = {
  restrict: {
    name: 'clients.restrict',
    title: {
      fi: 'Rajaa asiakkaan tiedot nimetyille lukijoille',
      sv: 'Begränsa klientens uppgifter till namngivna läsare',
      en: 'Restrict a file to named readers',
    },
    roles: MANAGERS,
    tie: 'client',
    special: 'manageRestrictedFiles',
    legalGround: LEGAL_GROUND,
  },
  lift: {
    name: 'clients.liftRestriction',
    title: {
      fi: 'Poista asiakkaan tietojen rajaus',
      sv: 'Häv begränsningen av klientens uppgifter',
      en: 'Lift the restriction of a file',
    },
    roles: MANAGERS,
    tie: 'client',
    special: 'manageRestrictedFiles',
    legalGround: LEGAL_GROUND,
  },
  read: {
    name: 'clients.readRestriction',
    title: {
      fi: 'Lue, kenelle asiakkaan tiedot on rajattu',
      sv: 'Läs till vem klientens uppgifter är begränsade',
      en: 'Read to whom a file is restricted',
    },
    roles: MANAGERS,
    tie: 'client',
    special: 'manageRestrictedFiles',
    legalGround: LEGAL_GROUND,
  },
} as const satisfies Record<string, Action>;
