import type { Action } from '../action.ts';
import { CLIENT_WORK } from '../role-groups.ts';

const PARTY_READERS = [...CLIENT_WORK, 'administrative', 'supervisor'] as const;
const PARTY_KEEPERS = ['broadResponsibility', 'arranging', 'administrative', 'supervisor'] as const;

/** Processing for a task in the public interest: arranging what clients are entitled to. */
const LEGAL_GROUND = 'EU 2016/679, 6 (1) (e)';

/** A processor is bound by a contract: (EU) 2016/679 art. 28. */
const CONTRACT_GROUND = 'EU 2016/679, 28 (3); 703/2023 §§ 14, 37';

/** Toimet: support persons, support families and suppliers, who are parties of their own and not clients. */
export const PROVIDER_ACTIONS = {
  add: {
    name: 'providers.add',
    title: { fi: 'Lisää tuottaja', sv: 'Lägg till en producent', en: 'Add a provider' },
    roles: PARTY_KEEPERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  search: {
    name: 'providers.search',
    title: { fi: 'Hae tuottajia', sv: 'Sök producenter', en: 'Search for providers' },
    roles: PARTY_READERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  open: {
    name: 'providers.open',
    title: { fi: 'Avaa tuottajan tiedot', sv: 'Öppna producentens uppgifter', en: 'Open a provider' },
    roles: PARTY_READERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  change: {
    name: 'providers.change',
    title: { fi: 'Muuta tuottajan tietoja', sv: 'Ändra producentens uppgifter', en: 'Change a provider' },
    roles: PARTY_KEEPERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  end: {
    name: 'providers.end',
    title: { fi: 'Päätä tuottajan käyttö', sv: 'Avsluta producenten', en: 'End a provider' },
    roles: PARTY_KEEPERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
  recordContract: {
    name: 'providers.recordContract',
    title: {
      fi: 'Kirjaa sopimus tuottajan kanssa',
      sv: 'Registrera ett avtal med en producent',
      en: 'Record a contract with a provider',
    },
    roles: PARTY_KEEPERS,
    tie: 'none',
    basis: 'administration',
    legalGround: CONTRACT_GROUND,
  },
  changeContract: {
    name: 'providers.changeContract',
    title: {
      fi: 'Muuta sopimusta tuottajan kanssa',
      sv: 'Ändra ett avtal med en producent',
      en: 'Change a contract with a provider',
    },
    roles: PARTY_KEEPERS,
    tie: 'none',
    basis: 'administration',
    legalGround: CONTRACT_GROUND,
  },
  listContracts: {
    name: 'providers.listContracts',
    title: {
      fi: 'Luettele tuottajan sopimukset',
      sv: 'Lista en producents avtal',
      en: "List a provider's contracts",
    },
    roles: [...PARTY_READERS, 'dataProtectionOfficer'],
    tie: 'none',
    basis: 'administration',
    legalGround: CONTRACT_GROUND,
  },
  readHistory: {
    name: 'providers.readHistory',
    title: { fi: 'Lue tuottajan historia', sv: 'Läs producentens historik', en: "Read a provider's history" },
    roles: PARTY_KEEPERS,
    tie: 'none',
    basis: 'administration',
    legalGround: LEGAL_GROUND,
  },
} as const satisfies Record<string, Action>;
