import type { Finding, Sentence } from '../../../kernel/finding.ts';
import { ageOn, type LocalDate } from '../../../kernel/local-date.ts';
import type { BaseData } from '../model.ts';
import { birthDateIn } from '../rules.ts';
import type { RelationContent, RelationRole } from './model.ts';

/** Those who act for a client: the law asks for their powers (703/2023 § 38, 3 mom. 2–3 k.). */
const REPRESENTATIVES: readonly RelationRole[] = ['guardian', 'continuingPowerOfAttorney', 'authorised'];
const CUSTODY: readonly RelationRole[] = ['custodian', 'childInCustody'];
const POWERS_SOURCE = '703/2023 § 38, 3 mom.';

type Rule = { severity?: Finding['severity']; path: string; source?: string; message: Sentence };

const RULES = {
  relatedPersonNamed: {
    path: '/person',
    source: POWERS_SOURCE,
    message: {
      fi: 'Läheisestä tarvitaan henkilötiedot; toisesta asiakkaasta ne ovat hänen omissa tiedoissaan.',
      sv: 'Personuppgifter behövs om den närstående; om en annan klient finns de i hens egna uppgifter.',
      en: 'A related person is named here; another client is named in the own file.',
    },
  },
  powersKnown: {
    path: '/powers',
    source: POWERS_SOURCE,
    message: {
      fi: 'Laillisen edustajan tai valtuutetun toimivalta puuttuu.',
      sv: 'Befogenheterna för den lagliga företrädaren eller fullmäktige saknas.',
      en: 'The powers of the legal representative or authorised person are missing.',
    },
  },
  custodyOfCustodian: {
    path: '/custodyForm',
    message: {
      fi: 'Huoltajuuden muoto kuuluu vain huoltajalle.',
      sv: 'Formen för vårdnad gäller bara en vårdnadshavare.',
      en: 'A form of custody belongs to a custodian only.',
    },
  },
  custodyFormKnown: {
    severity: 'warning',
    path: '/custodyForm',
    source: POWERS_SOURCE,
    message: {
      fi: 'Huoltajuuden muoto puuttuu.',
      sv: 'Formen för vårdnad saknas.',
      en: 'The form of custody is missing.',
    },
  },
  custodyOfChild: {
    severity: 'warning',
    path: '/roles',
    source: '361/1983 § 3',
    message: {
      fi: 'Asiakas on täysi-ikäinen: huolto on päättynyt.',
      sv: 'Klienten är myndig: vårdnaden har upphört.',
      en: 'The client is of age: custody has ended.',
    },
  },
  informationRightOfParent: {
    path: '/informationRight',
    source: '703/2023 § 38, 3 mom. 2 k.',
    message: {
      fi: 'Tiedonsaantioikeus kirjataan vanhemmalle, joka ei ole huoltaja.',
      sv: 'Rätten till information antecknas för en förälder som inte är vårdnadshavare.',
      en: 'The right to information is recorded of a parent who is not a custodian.',
    },
  },
  relationInOrder: {
    path: '/to',
    message: {
      fi: 'Viimeinen päivä on ennen ensimmäistä.',
      sv: 'Den sista dagen är före den första.',
      en: 'The last day is before the first.',
    },
  },
  relatedBornAlready: {
    path: '/person/birthDate',
    message: {
      fi: 'Läheisen syntymäaika on tulevaisuudessa.',
      sv: 'Den närståendes födelsetid är i framtiden.',
      en: 'The date of birth of the related person is in the future.',
    },
  },
  relatedIsAnother: {
    path: '/person/personalIdentityCode',
    message: {
      fi: 'Läheisellä on asiakkaan oma henkilötunnus.',
      sv: 'Den närstående har klientens egen personbeteckning.',
      en: 'The related person has the client’s own identity code.',
    },
  },
} as const satisfies Record<string, Rule>;

const found = (name: keyof typeof RULES): Finding => {
  const rule: Rule = RULES[name];
  return {
    rule: `client.${name}`,
    severity: rule.severity ?? 'error',
    path: `/body/relation${rule.path}`,
    ...(rule.source === undefined ? {} : { source: rule.source }),
    message: rule.message,
  };
};

/** Judges a relation as a whole, against the client whose file it lies in. Pure; all findings at once. */
export function judgeRelation(
  content: RelationContent,
  about: { client: BaseData; isLink: boolean; today: LocalDate },
): Finding[] {
  const { roles, person, custodyForm, from, to } = content;
  const { client, isLink, today } = about;
  const has = (some: readonly RelationRole[]): boolean => roles.some((role) => some.includes(role));
  const born = birthDateIn(client);
  const relatedBorn = person === undefined ? undefined : birthDateIn(person);
  const isOver = to !== undefined && to < today;
  const broken: Record<keyof typeof RULES, boolean> = {
    relatedPersonNamed: isLink === (person !== undefined),
    powersKnown: has(REPRESENTATIVES) && content.powers === undefined,
    custodyOfCustodian: custodyForm !== undefined && !has(CUSTODY),
    custodyFormKnown: custodyForm === undefined && has(CUSTODY),
    custodyOfChild: roles.includes('custodian') && !isOver && born !== undefined && ageOn(born, today) >= 18,
    informationRightOfParent:
      content.informationRight !== undefined && (!roles.includes('parent') || roles.includes('custodian')),
    relationInOrder: from !== undefined && to !== undefined && to < from,
    relatedBornAlready: relatedBorn !== undefined && relatedBorn > today,
    relatedIsAnother:
      person?.personalIdentityCode !== undefined &&
      person.personalIdentityCode === client.personalIdentityCode,
  };
  return Object.keys(RULES)
    .filter((name): name is keyof typeof RULES => name in broken)
    .filter((name) => broken[name])
    .map(found);
}

/** Whether a relation has ended before a day. */
export const isEnded = ({ to }: Pick<RelationContent, 'to'>, today: LocalDate): boolean =>
  to !== undefined && to < today;

/** A client under a safety ban is reached by the own file: where the person lives is written into no other. */
export const relatedProtected = (): Finding => ({
  rule: 'client.relatedProtected',
  severity: 'error',
  path: '/body/relation/contacts',
  source: '661/2009 § 36',
  message: {
    fi: 'Henkilöllä on turvakielto: hänen osoitettaan, puhelinnumeroaan tai sähköpostiaan ei kirjata toisen asiakkaan tietoihin. Yhteysosoitteen voi kirjata.',
    sv: 'Personen har spärrmarkering: adress, telefonnummer eller e-post antecknas inte i en annan klients uppgifter. Kontaktadressen kan antecknas.',
    en: 'The person is under a safety ban: no address, phone number or mail is recorded in another client’s file. The contact address may be.',
  },
});
