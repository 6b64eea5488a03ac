import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';
import { ANY_STAFF } from '../role-groups.ts';

/** Who keeps the notice up: the controller's administration and the officer who oversees it. */
const KEEPERS: readonly JobRole[] = ['mainUser', 'management', 'dataProtectionOfficer'];

const keeping = {
  roles: KEEPERS,
  tie: 'none',
  basis: 'administration',
  legalGround: 'EU 2016/679, 12–14; 703/2023 § 13',
} as const;
/** The notice is public: whoever works here may read it, at the own workplace too (L-12.2). */
const reading = { ...keeping, roles: ANY_STAFF } as const;

/** Toimet: tietosuojaseloste from draft to the public address. */
export const NOTICE_ACTIONS = {
  list: {
    name: 'notices.list',
    title: {
      fi: 'Luettele tietosuojaselosteet',
      sv: 'Lista dataskyddsbeskrivningarna',
      en: 'List the privacy notices',
    },
    ...reading,
  },
  read: {
    name: 'notices.read',
    title: { fi: 'Lue tietosuojaseloste', sv: 'Läs en dataskyddsbeskrivning', en: 'Read a privacy notice' },
    ...reading,
  },
  print: {
    name: 'notices.print',
    title: {
      fi: 'Tulosta tietosuojaseloste',
      sv: 'Skriv ut en dataskyddsbeskrivning',
      en: 'Print a privacy notice',
    },
    ...reading,
  },
  draft: {
    name: 'notices.draft',
    title: {
      fi: 'Laadi tietosuojaselosteen luonnos asetuksista',
      sv: 'Upprätta ett utkast till dataskyddsbeskrivning av inställningarna',
      en: 'Make a draft of the privacy notice from the settings',
    },
    ...keeping,
  },
  sign: {
    name: 'notices.sign',
    title: {
      fi: 'Allekirjoita tietosuojaselosteen vaihe',
      sv: 'Underteckna ett steg av dataskyddsbeskrivningen',
      en: 'Sign a step of the privacy notice',
    },
    ...keeping,
  },
  publish: {
    name: 'notices.publish',
    title: {
      fi: 'Julkaise tietosuojaseloste',
      sv: 'Publicera dataskyddsbeskrivningen',
      en: 'Publish the privacy notice',
    },
    ...keeping,
  },
  discard: {
    name: 'notices.discard',
    title: {
      fi: 'Hylkää tietosuojaselosteen luonnos',
      sv: 'Förkasta ett utkast till dataskyddsbeskrivning',
      en: 'Discard a draft of the privacy notice',
    },
    ...keeping,
  },
} as const satisfies Record<string, Action>;
