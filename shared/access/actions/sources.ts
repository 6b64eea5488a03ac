import type { Action } from '../action.ts';
import { ARRANGING, CLIENT_WORK } from '../role-groups.ts';

/** Toimet: data asked of others and got from them (703/2023 §§ 39, 64). */
export const SOURCE_ACTIONS = {
  ask: {
    name: 'disclosures.askSource',
    title: {
      fi: 'Kirjaa tietopyyntö muualle tai muualta saadut tiedot',
      sv: 'Anteckna en begäran om uppgifter till någon annan eller uppgifter som fåtts av någon annan',
      en: 'Record what is asked of others about a client, or came from them',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 §§ 39, 53, 55, 64',
  },
  askFinancialInstitution: {
    name: 'disclosures.askFinancialInstitution',
    title: {
      fi: 'Päätä pyynnön esittämisestä rahalaitokselle',
      sv: 'Besluta om en begäran till en penninginrättning',
      en: 'Decide to ask a financial institution',
    },
    roles: ARRANGING,
    tie: 'client',
    special: 'askFinancialInstitutions',
    legalGround: '703/2023 § 64, 2 mom.',
  },
  receive: {
    name: 'disclosures.recordReceipt',
    title: {
      fi: 'Kirjaa muualta saadut tiedot',
      sv: 'Anteckna vad som fåtts av någon annan',
      en: 'Record what came from others',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 § 39',
  },
  list: {
    name: 'disclosures.listSources',
    title: {
      fi: 'Katso muualta pyydetyt ja saadut tiedot',
      sv: 'Se uppgifter som begärts och fåtts av andra',
      en: 'See what was asked of others and what came',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 39',
  },
  printRequest: {
    name: 'disclosures.printSourceRequest',
    title: {
      fi: 'Tulosta kirjallinen tietopyyntö',
      sv: 'Skriv ut en skriftlig begäran om uppgifter',
      en: 'Print a request for data in writing',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 § 64',
  },
} as const satisfies Record<string, Action>;
