import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';
import { BY_DUTY, CLIENT_WORK } from '../role-groups.ts';

const SUPERVISOR: readonly JobRole[] = ['supervisor'];

/** Toimet: opening a file without a tie, and the supervisor's look at it. */
export const OPENING_ACTIONS = {
  open: {
    name: 'accessRights.openWithoutTie',
    title: {
      fi: 'Avaa asiakkaan tiedot ilman asiakassuhdetta',
      sv: 'Öppna klientens uppgifter utan klientrelation',
      en: "Open a client's file without a tie",
    },
    roles: CLIENT_WORK,
    tie: 'none',
    // Until the opening stands there is no basis: a refused or repeated request rests on none.
    basis: 'none',
    legalGround: '703/2023 § 9',
  },
  openForDuty: {
    name: 'accessRights.openForDuty',
    title: {
      fi: 'Avaa asiakkaan tiedot nimettyä tehtävää varten',
      sv: 'Öppna klientens uppgifter för en angiven uppgift',
      en: "Open clients' files for a named duty",
    },
    roles: BY_DUTY,
    tie: 'none',
    // Until the opening stands there is no basis.
    basis: 'none',
    legalGround: '703/2023 § 9; 457/2024 §§ 22–24',
  },
  end: {
    name: 'accessRights.endOpening',
    title: {
      fi: 'Päätä avaus ennen sen määräaikaa',
      sv: 'Avsluta en öppning i förtid',
      en: 'End an opening before its time',
    },
    roles: [...CLIENT_WORK, ...BY_DUTY, 'supervisor', 'mainUser'],
    tie: 'none',
    // What it rests on depends on who ends it: the act says.
    basis: 'none',
    legalGround: '703/2023 §§ 9–10; 457/2024 §§ 22–24',
  },
  review: {
    name: 'accessRights.reviewOpening',
    title: {
      fi: 'Kirjaa, mitä avauksesta selvisi',
      sv: 'Anteckna vad som framkom om öppningen',
      en: 'Record what was found of an opening',
    },
    roles: SUPERVISOR,
    tie: 'none',
    basis: 'supervision',
    legalGround: '703/2023 §§ 9–10; (EU) 2016/679 art. 32',
  },
  list: {
    name: 'accessRights.listOpenings',
    title: {
      fi: 'Luettele yksikön avaukset ilman asiakassuhdetta',
      sv: 'Lista enhetens öppningar utan klientrelation',
      en: 'List the openings without a tie of a unit',
    },
    roles: SUPERVISOR,
    tie: 'none',
    basis: 'supervision',
    legalGround: '703/2023 §§ 9–10',
  },
  read: {
    name: 'accessRights.readOpening',
    title: {
      fi: 'Lue, miksi tiedot avattiin ilman asiakassuhdetta',
      sv: 'Läs varför uppgifterna öppnades utan klientrelation',
      en: 'Read why a file was opened without a tie',
    },
    roles: SUPERVISOR,
    tie: 'none',
    basis: 'supervision',
    legalGround: '703/2023 §§ 9–10',
  },
} as const satisfies Record<string, Action>;
