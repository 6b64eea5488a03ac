import type { Definition, Field, GroupField } from '../../documents/definition.ts';
import { valueAt, writeAt } from '../../documents/path.ts';
import type { ConcernedRole, Hearing, OmissionGround } from './concerned-model.ts';
import type { Language } from './guidance.ts';

/** Somebody whose matter the decision is, with the name that the file knows, and how the hearing went. */
export type HeardPerson = {
  /** Of the client of the decision. */
  isClient: boolean;
  name: { family: string; given: string };
  roles: readonly ConcernedRole[];
  hearing: Hearing;
};

/**
 * Writes who was heard into the places that the definition has for it (434/2003 34 §, 44 §): one for the client, a
 * list for others, or one list for all. What the writer has said of a hearing stays; nobody is said to be heard of
 * whom nothing is recorded.
 */
export function fillHearing(
  root: Record<string, unknown>,
  { fields }: Pick<Definition, 'fields'>,
  persons: readonly HeardPerson[],
  language: Language,
): void {
  const places = hearingsIn(fields);
  const ofClient = places.filter(({ group }) => !hasField(group, PERSON));
  for (const { group, path } of places) {
    const isOfPersons = hasField(group, PERSON);
    const meant = persons.filter(({ isClient }) =>
      isOfPersons ? ofClient.length === 0 || !isClient : isClient,
    );
    const items = meant
      .map((person) => hearingOf(group, person, language))
      .filter((item) => item !== undefined);
    const [first] = items;
    if (first === undefined) continue;
    if (group.repeats === true) writeAt(root, path, items);
    else addMissing(root, path, first);
  }
}

export type FillHearing = typeof fillHearing;

const PERSON = 'kuultava';
const DONE = 'suoritettu';
const WHY_NOT = 'syyt_selvittamatta_jattamiselle';

const hasField = ({ fields }: GroupField, key: string): boolean => fields.some((field) => field.key === key);

type Values = Record<string, string | boolean | Record<string, string>>;
type HearingPlace = { group: GroupField; path: string };

/** Below no list, for the rows of a list are the writer's. */
function hearingsIn(fields: readonly Field[], above = ''): HearingPlace[] {
  return fields.flatMap((field): HearingPlace[] => {
    if (field.type !== 'group') return [];
    const path = above === '' ? field.key : `${above}/${field.key}`;
    if (/kuulemi|mielipi/.test(field.key) && hasField(field, DONE)) return [{ group: field, path }];
    return field.repeats === true ? [] : hearingsIn(field.fields, path);
  });
}

/** Where the writer has begun the group, only what is missing of it. */
function addMissing(root: Record<string, unknown>, path: string, values: Values): void {
  if (valueAt(root, `${path}/${DONE}`) !== undefined) return;
  for (const [key, value] of Object.entries(values)) writeAt(root, `${path}/${key}`, value);
}

/** @returns undefined of whom it is not recorded that they were heard or why not. */
function hearingOf(
  group: GroupField,
  { name, roles, hearing }: HeardPerson,
  language: Language,
): Values | undefined {
  if (hearing.state === 'open' || hearing.state === 'asked') return undefined;
  const why = whyNot(hearing, language);
  const values: Values = {
    [PERSON]: personIn(group, {
      sukunimi: name.family,
      etunimet: name.given,
      kuvaus: roles.map((role) => ROLE_WORDS[role][language]).join(', '),
    }),
    [DONE]: hearing.state === 'answered',
    ...(why === undefined ? {} : { [WHY_NOT]: why }),
  };
  return Object.fromEntries(Object.entries(values).filter(([key]) => hasField(group, key)));
}

/** What the group has a place for: not every definition asks for the relation beside the name. */
function personIn({ fields }: GroupField, values: Record<string, string>): Record<string, string> {
  const person = fields.find(({ key }) => key === PERSON);
  return Object.fromEntries(
    Object.entries(values).filter(([key]) => person?.type === 'group' && hasField(person, key)),
  );
}

function whyNot(hearing: Hearing, language: Language): string | undefined {
  if (hearing.state === 'omitted') return OMISSION_WORDS[hearing.ground][language];
  return hearing.state === 'silent' ? SILENT[language] : undefined;
}

type Words = Readonly<Record<Language, string>>;

/** The Swedish words are unreviewed: no reader of the language has read them. */
const ROLE_WORDS: Readonly<Record<ConcernedRole, Words>> = {
  // The lists that name the client too are those of child welfare: they ask for the relation to the child.
  client: { fi: 'Lapsi itse', sv: 'Barnet självt' },
  custodian: { fi: 'Huoltaja', sv: 'Vårdnadshavare' },
  guardian: { fi: 'Edunvalvoja', sv: 'Intressebevakare' },
  continuingPowerOfAttorney: { fi: 'Edunvalvontavaltuutettu', sv: 'Intressebevakningsfullmäktig' },
  authorised: { fi: 'Valtuutettu', sv: 'Fullmäktig' },
  parent: { fi: 'Vanhempi', sv: 'Förälder' },
  carer: { fi: 'Hoidosta ja kasvatuksesta vastaava', sv: 'Person som svarar för vård och fostran' },
  restricted: { fi: 'Henkilö, jonka yhteydenpitoa rajoitetaan', sv: 'Person vars kontakter begränsas' },
};

const SILENT: Words = {
  fi: 'Ei antanut selitystä määräajassa.',
  sv: 'Avgav ingen förklaring inom den utsatta tiden.',
};

/** In our own words: the wording of 34 § 2 mom. is not verified. */
const OMISSION_WORDS: Readonly<Record<OmissionGround, Words>> = {
  rejectedOutright: {
    fi: 'Vaatimus jätetään tutkimatta tai hylätään heti.',
    sv: 'Yrkandet lämnas utan prövning eller avslås genast.',
  },
  employmentOrTraining: {
    fi: 'Asia koskee palvelukseen tai koulutukseen ottamista.',
    sv: 'Ärendet gäller anställning eller antagning till utbildning.',
  },
  assessmentOfQualities: {
    fi: 'Asia koskee hakijan ominaisuuksien arviointiin perustuvaa etua.',
    sv: 'Ärendet gäller en förmån som grundar sig på en bedömning av sökandens egenskaper.',
  },
  purposeEndangered: {
    fi: 'Kuuleminen vaarantaisi päätöksen tarkoituksen toteutumisen.',
    sv: 'Ett hörande skulle äventyra syftet med beslutet.',
  },
  evidentlyUnnecessary: {
    fi: 'Kuuleminen on ilmeisen tarpeetonta.',
    sv: 'Ett hörande är uppenbart onödigt.',
  },
  noContactAndNotIndispensable: {
    fi: 'Vanhempi ei ole pitänyt yhteyttä lapseen eikä kuuleminen ole välttämätöntä.',
    sv: 'Föräldern har inte haft kontakt med barnet och ett hörande är inte nödvändigt.',
  },
  whereaboutsUnknown: {
    fi: 'Olinpaikka ei ole tiedossa eikä sitä ole kohtuudella saatu selville.',
    sv: 'Vistelseorten är okänd och har inte gått att utreda inom rimliga gränser.',
  },
  seriousDangerToChild: {
    fi: 'Kuuleminen voisi vaarantaa vakavasti lapsen kehitystä tai turvallisuutta.',
    sv: 'Ett hörande kunde allvarligt äventyra barnets utveckling eller säkerhet.',
  },
  delayWouldHarm: {
    fi: 'Kuulemisesta aiheutuva viivytys olisi haitaksi lapsen terveydelle, kehitykselle tai turvallisuudelle.',
    sv: 'Dröjsmålet på grund av ett hörande skulle vara till skada för barnets hälsa, utveckling eller säkerhet.',
  },
  tooYoung: {
    fi: 'Lapsi ei ikänsä ja kehitystasonsa vuoksi ole kuultavissa.',
    sv: 'Barnet kan inte höras med hänsyn till sin ålder och utvecklingsnivå.',
  },
};
