import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';

/** Arkistotoimi ja asiakirjahallinto (457/2024 23 §) sees to disposal; others look on. */
const ARCHIVE: readonly JobRole[] = ['archive'];
const LOOKERS: readonly JobRole[] = ['archive', 'management', 'dataProtectionOfficer'];
const APPROVERS: readonly JobRole[] = ['archive', 'management'];
const HOLDERS: readonly JobRole[] = ['archive', 'management', 'dataProtectionOfficer', 'supervisor'];

const disposing = {
  tie: 'none',
  basis: 'administration',
  // Of records management, who has it among the duties: not whoever arranges, keeps or finds papers.
  duty: 'disposal',
  legalGround: '703/2023 liite; 457/2024 § 23',
} as const;

/** Toimet: retention and disposal of client data (703/2023 annex; 457/2024 § 23). */
export const RETENTION_ACTIONS = {
  rules: {
    name: 'retention.rules',
    title: {
      fi: 'Katso säilytysajat ja niiden lähteet',
      sv: 'Se förvaringstiderna och deras källor',
      en: 'See the retention periods and their sources',
    },
    roles: LOOKERS,
    ...disposing,
  },
  lists: {
    name: 'retention.lists',
    title: { fi: 'Katso hävitysesitykset', sv: 'Se gallringsförslagen', en: 'See the disposal lists' },
    roles: LOOKERS,
    ...disposing,
  },
  rows: {
    name: 'retention.rows',
    title: {
      fi: 'Lue hävitysesityksen rivit perusteineen',
      sv: 'Läs raderna i ett gallringsförslag med grunderna',
      en: 'Read the rows of a disposal list with their reasons',
    },
    roles: LOOKERS,
    ...disposing,
  },
  due: {
    name: 'retention.due',
    title: {
      fi: 'Katso, mitä tulevana kuukautena erääntyy',
      sv: 'Se vad som förfaller en kommande månad',
      en: 'See what will be due in a month to come',
    },
    roles: LOOKERS,
    ...disposing,
  },
  propose: {
    name: 'retention.propose',
    title: {
      fi: 'Esitä hävitysesitys hyväksyttäväksi',
      sv: 'Lägg fram ett gallringsförslag för godkännande',
      en: 'Propose a disposal list for approval',
    },
    roles: ARCHIVE,
    ...disposing,
  },
  approve: {
    name: 'retention.approve',
    title: {
      fi: 'Hyväksy toisen esittämä hävitysesitys',
      sv: 'Godkänn ett gallringsförslag som en annan lagt fram',
      en: 'Approve a disposal list that another has proposed',
    },
    roles: APPROVERS,
    ...disposing,
  },
  keep: {
    name: 'retention.keep',
    title: {
      fi: 'Säilytä hävitysesityksen yksikkö toistaiseksi',
      sv: 'Bevara tills vidare en enhet i ett gallringsförslag',
      en: 'Keep a unit of a disposal list for now',
    },
    roles: APPROVERS,
    ...disposing,
  },
  received: {
    name: 'retention.received',
    title: {
      fi: 'Kirjaa siirtopaketti arkistoon vastaanotetuksi',
      sv: 'Anteckna att arkivet har tagit emot ett överföringspaket',
      en: 'Record that the archive has received a package',
    },
    roles: ARCHIVE,
    ...disposing,
  },
  certificate: {
    name: 'retention.certificate',
    title: { fi: 'Lue hävitystodistus', sv: 'Läs ett gallringsintyg', en: 'Read a certificate of disposal' },
    roles: LOOKERS,
    ...disposing,
  },
  printCertificate: {
    name: 'retention.printCertificate',
    title: {
      fi: 'Tulosta hävitystodistus',
      sv: 'Skriv ut ett gallringsintyg',
      en: 'Print a certificate of disposal',
    },
    roles: LOOKERS,
    ...disposing,
  },
  hold: {
    name: 'retention.hold',
    title: {
      fi: 'Aseta asiakkaan tiedoille hävittämiskielto',
      sv: 'Utfärda gallringsförbud för klientens uppgifter',
      en: "Hold back the disposal of a client's data",
    },
    roles: HOLDERS,
    ...disposing,
  },
  holds: {
    name: 'retention.holds',
    title: {
      fi: 'Katso asiakkaan tietojen hävittämiskiellot',
      sv: 'Se gallringsförbuden för klientens uppgifter',
      en: "See what holds back the disposal of a client's data",
    },
    roles: HOLDERS,
    ...disposing,
  },
  liftHold: {
    name: 'retention.liftHold',
    title: { fi: 'Pura hävittämiskielto', sv: 'Häv ett gallringsförbud', en: 'Lift a hold on disposal' },
    roles: HOLDERS,
    ...disposing,
  },
} as const satisfies Record<string, Action>;
