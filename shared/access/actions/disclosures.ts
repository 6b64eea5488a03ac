import type { Action } from '../action.ts';
import type { JobRole } from '../job-roles.ts';
import { ARRANGING, CLIENT_WORK } from '../role-groups.ts';

/** Who hands data on, or prepares it, must know what the client has said of that. */
const WHO_MUST_KNOW: readonly JobRole[] = [...CLIENT_WORK, 'administrative'];

/** Toimet: permits, bans and consents of a client (703/2023 §§ 50–59), and a minor's ban toward a representative. */
export const DECLARATION_ACTIONS = {
  record: {
    name: 'disclosures.recordDeclaration',
    title: {
      fi: 'Kirjaa luovutuslupa, luovutuskielto tai suostumus',
      sv: 'Anteckna ett tillstånd eller förbud att lämna ut uppgifter eller ett samtycke',
      en: 'Record a permit, a ban or a consent',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 §§ 53, 55, 58, 59',
  },
  withdraw: {
    name: 'disclosures.withdrawDeclaration',
    title: {
      fi: 'Kirjaa luvan, kiellon tai suostumuksen peruutus',
      sv: 'Anteckna att ett tillstånd, ett förbud eller ett samtycke har återkallats',
      en: 'Record that a permit, a ban or a consent was withdrawn',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 § 58',
  },
  list: {
    name: 'disclosures.listDeclarations',
    title: {
      fi: 'Katso asiakkaan luvat, kiellot ja suostumukset',
      sv: 'Se klientens tillstånd, förbud och samtycken',
      en: "See a client's permits, bans and consents",
    },
    roles: WHO_MUST_KNOW,
    tie: 'client',
    legalGround: '703/2023 §§ 9, 58',
  },
  readDocument: {
    name: 'disclosures.readDeclarationDocument',
    title: {
      fi: 'Lue luovutuslupa- tai kieltoasiakirja',
      sv: 'Läs tillståndshandlingen eller förbudshandlingen',
      en: 'Read the national document of permits or of bans',
    },
    roles: CLIENT_WORK,
    tie: 'client',
    legalGround: '703/2023 § 58, 3 mom.',
  },
  recordMinorsBan: {
    name: 'disclosures.recordMinorsBan',
    title: {
      fi: 'Ratkaise alaikäisen kielto antaa tietoja edustajalle',
      sv: 'Avgör en minderårigs förbud att lämna uppgifter till en företrädare',
      en: 'Judge a minor’s ban on giving data to a representative',
    },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '703/2023 §§ 40, 51',
  },
  liftMinorsBan: {
    name: 'disclosures.liftMinorsBan',
    title: {
      fi: 'Pura alaikäisen kielto',
      sv: 'Häv en minderårigs förbud',
      en: 'Lift a minor’s ban',
    },
    roles: ARRANGING,
    tie: 'client',
    legalGround: '703/2023 § 51',
  },
} as const satisfies Record<string, Action>;
