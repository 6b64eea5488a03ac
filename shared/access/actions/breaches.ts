import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';

/** Who handles breaches: by the special right by which the log is read, for whom a breach concerns is found there. */
const HANDLERS: readonly JobRole[] = ['dataProtectionOfficer', 'management'];

const handling = {
  roles: HANDLERS,
  tie: 'none',
  special: 'readAccessLog',
  basis: 'supervision',
  legalGround: '(EU) 2016/679 art. 33–34',
} as const;

/** Toimet: henkilötietojen tietoturvaloukkaukset. */
export const BREACH_ACTIONS = {
  record: {
    name: 'breaches.record',
    title: {
      fi: 'Kirjaa tietoturvaloukkaus',
      sv: 'Registrera en personuppgiftsincident',
      en: 'Record a personal-data breach',
    },
    ...handling,
  },
  list: {
    name: 'breaches.list',
    title: {
      fi: 'Katso tietoturvaloukkausten rekisteriä',
      sv: 'Se registret över personuppgiftsincidenter',
      en: 'See the register of breaches',
    },
    ...handling,
  },
  read: {
    name: 'breaches.read',
    title: {
      fi: 'Lue tietoturvaloukkauksen tiedot',
      sv: 'Läs uppgifterna om en incident',
      en: 'Read a breach',
    },
    ...handling,
  },
  assess: {
    name: 'breaches.assess',
    title: {
      fi: 'Arvioi tietoturvaloukkauksen riski ja kirjaa toimet',
      sv: 'Bedöm incidentens risk och anteckna åtgärderna',
      en: 'Assess the risk of a breach and record the measures',
    },
    ...handling,
  },
  tellAuthority: {
    name: 'breaches.tellAuthority',
    title: {
      fi: 'Kirjaa ilmoitus valvontaviranomaiselle',
      sv: 'Registrera anmälan till tillsynsmyndigheten',
      en: 'Record that the supervisory authority was told',
    },
    ...handling,
  },
  waive: {
    name: 'breaches.waive',
    title: {
      fi: 'Kirjaa, miksi asiakkaille ei ilmoiteta loukkauksesta erikseen',
      sv: 'Registrera varför klienterna inte underrättas var för sig om en incident',
      en: 'Record why clients are not told one by one of a breach',
    },
    ...handling,
  },
  find: {
    name: 'breaches.find',
    title: {
      fi: 'Etsi lokista asiakkaat, joita loukkaus koskee',
      sv: 'Sök i loggen de klienter som incidenten gäller',
      en: 'Find in the log the clients whom a breach concerns',
    },
    ...handling,
  },
  listAffected: {
    name: 'breaches.listAffected',
    title: {
      fi: 'Katso asiakkaat, joita loukkaus koskee',
      sv: 'Se de klienter som incidenten gäller',
      en: 'See the clients whom a breach concerns',
    },
    ...handling,
  },
  print: {
    name: 'breaches.print',
    title: {
      fi: 'Tulosta asiakkaalle ilmoitus loukkauksesta',
      sv: 'Skriv ut meddelandet om incidenten till en klient',
      en: 'Print the notice of a breach to a client',
    },
    ...handling,
  },
  tell: {
    name: 'breaches.tell',
    title: {
      fi: 'Kirjaa loukkaus ilmoitetuksi asiakkaalle',
      sv: 'Registrera att en klient har underrättats om incidenten',
      en: 'Record that a client was told of a breach',
    },
    ...handling,
  },
  close: {
    name: 'breaches.close',
    title: {
      fi: 'Päätä tietoturvaloukkauksen käsittely',
      sv: 'Avsluta behandlingen av en incident',
      en: 'Close a breach',
    },
    ...handling,
  },
} as const satisfies Record<string, Action>;
