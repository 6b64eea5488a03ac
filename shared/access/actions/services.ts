import type { Action } from '../action.ts';
import { ANY_STAFF, ARRANGING, CLIENT_WORK, FILE_READERS, NOTE_WRITERS } from '../role-groups.ts';

/** Toimet: what is done to the services of clients, from their opening to their end. */
export const SERVICE_ACTIONS = {
  listTypes: {
    name: 'services.listTypes',
    title: {
      fi: 'Luettele sosiaalipalvelut',
      sv: 'Lista socialservicen',
      en: 'List the social services',
    },
    roles: ANY_STAFF,
    tie: 'none',
    basis: 'administration',
    legalGround: '1301/2014 § 14',
  },
  open: {
    name: 'services.open',
    title: {
      fi: 'Avaa asiakkaan palvelu',
      sv: 'Öppna en tjänst för klienten',
      en: "Open a client's service",
    },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '1301/2014 §§ 14, 45; 703/2023 § 38',
  },
  start: {
    name: 'services.start',
    title: { fi: 'Aloita palvelu', sv: 'Inled tjänsten', en: 'Start a service' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '1301/2014 § 45',
  },
  suspend: {
    name: 'services.suspend',
    title: { fi: 'Keskeytä palvelu', sv: 'Avbryt tjänsten', en: 'Suspend a service' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '1301/2014 § 45',
  },
  resume: {
    name: 'services.resume',
    title: { fi: 'Jatka palvelua', sv: 'Återuppta tjänsten', en: 'Resume a service' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '1301/2014 § 45',
  },
  recordDelivery: {
    name: 'services.recordDelivery',
    title: { fi: 'Kirjaa palvelun toteuma', sv: 'Anteckna det som getts', en: 'Record what was delivered' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '1301/2014 § 45; 703/2023 § 44',
  },
  cancelDelivery: {
    name: 'services.cancelDelivery',
    title: {
      fi: 'Peru virheellinen toteuma',
      sv: 'Återkalla en felaktig anteckning om det som getts',
      en: 'Cancel a delivery recorded by mistake',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 § 22',
  },
  readDeliveries: {
    name: 'services.readDeliveries',
    title: {
      fi: 'Lue palvelun toteumaa myönnetyn rinnalla',
      sv: 'Läs det som getts jämte det som beviljats',
      en: 'Read what was delivered beside what was granted',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  evaluate: {
    name: 'services.evaluate',
    title: { fi: 'Arvioi palvelua', sv: 'Utvärdera tjänsten', en: 'Evaluate a service' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '1301/2014 §§ 38, 39',
  },
  end: {
    name: 'services.end',
    title: { fi: 'Päätä palvelu', sv: 'Avsluta tjänsten', en: 'End a service' },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '1301/2014 § 34',
  },
  correct: {
    name: 'services.correct',
    title: {
      fi: 'Korjaa palvelun alkamis- ja päättymispäivä',
      sv: 'Rätta dagen då tjänsten inleddes och avslutades',
      en: 'Correct the days on which a service began and ended',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    legalGround: '703/2023 § 22; GDPR 16',
  },
  readCorrections: {
    name: 'services.readCorrections',
    title: {
      fi: 'Lue palvelun päivien korjaukset',
      sv: 'Läs rättelserna av tjänstens dagar',
      en: 'Read how the days of a service were corrected',
    },
    roles: NOTE_WRITERS,
    tie: 'client',
    special: 'correctRecord',
    legalGround: '703/2023 §§ 9, 22',
  },
  list: {
    name: 'services.list',
    title: {
      fi: 'Luettele asiakkaan palvelut',
      sv: 'Lista klientens tjänster',
      en: "List a client's services",
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  listEnded: {
    name: 'services.listEnded',
    title: {
      fi: 'Luettele asiakkaan päättyneet palvelut',
      sv: 'Lista klientens avslutade tjänster',
      en: "List a client's ended services",
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  markRefund: {
    name: 'services.markRefund',
    title: {
      fi: 'Merkitse valtion korvauksen peruste',
      sv: 'Anteckna grunden för statlig ersättning',
      en: 'Mark the ground of a refund of the state',
    },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '681/2023 §§ 59–70, 72',
  },
  endRefund: {
    name: 'services.endRefund',
    title: {
      fi: 'Päätä valtion korvauksen peruste',
      sv: 'Avsluta grunden för statlig ersättning',
      en: 'End the ground of a refund of the state',
    },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '681/2023 §§ 59–70, 72',
  },
  listRefunds: {
    name: 'services.listRefunds',
    title: {
      fi: 'Lue valtion korvauksen perusteet',
      sv: 'Läs grunderna för statlig ersättning',
      en: 'Read the grounds of refunds of the state',
    },
    roles: FILE_READERS,
    tie: 'client',
    legalGround: '703/2023 § 9; 457/2024',
  },
  listUnit: {
    name: 'services.listUnit',
    title: {
      fi: 'Yksikön määräaikaiset palvelut',
      sv: 'Enhetens tidsbegränsade tjänster',
      en: "A unit's services by their last day",
    },
    roles: [...CLIENT_WORK, 'supervisor'],
    tie: 'none',
    basis: 'unit',
    legalGround: '703/2023 § 9; 457/2024',
  },
} as const satisfies Record<string, Action>;
