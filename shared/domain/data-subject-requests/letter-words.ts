import type { Sentence } from '../../kernel/finding.ts';
import type { DeliveryMode, FeeBasis, Outcome, RequestKind } from './model.ts';

/** Words of the letters about a request. No reader of the languages has read them: unreviewed. */
export type LetterLanguage = keyof Sentence;

export const WORDS = {
  certificate: {
    fi: 'Todistus pyynnön epäämisestä',
    sv: 'Intyg över att begäran har avslagits',
    en: 'Certificate of refusal',
  },
  answer: { fi: 'Vastaus pyyntöön', sv: 'Svar på begäran', en: 'Answer to a request' },
  extension: {
    fi: 'Ilmoitus määräajan jatkamisesta',
    sv: 'Meddelande om förlängd tidsfrist',
    en: 'Notice of an extended time',
  },
  absence: {
    fi: 'Sinusta ei ole tietoja',
    sv: 'Inga uppgifter finns om dig',
    en: 'No data are held on you',
  },
  absent: {
    fi: 'Haimme henkilötunnuksellasi asiakkaista ja avoimista ilmoituksista: rekisterissä ei ole sinua asiakkaana koskevia tietoja, eikä niitä käsitellä. Muiden henkilöiden asiakirjoissa mainittua ei voi hakea henkilötunnuksella.',
    sv: 'Vi sökte med din personbeteckning bland klienter och öppna anmälningar: i registret finns inga uppgifter om dig som klient, och sådana behandlas inte. Det som nämns i andra personers handlingar kan inte sökas med personbeteckningen.',
    en: 'We looked for your identity code among clients and open notifications: the register holds no data on you as a client, and none are processed. What is mentioned in documents about others cannot be looked for by the code.',
  },
  client: { fi: 'Asiakas', sv: 'Klient', en: 'Client' },
  asker: { fi: 'Pyytäjä', sv: 'Begärande', en: 'Asked by' },
  request: { fi: 'Pyynnön tunnus', sv: 'Begärans kod', en: 'Id of the request' },
  kind: { fi: 'Pyyntö', sv: 'Begäran', en: 'Request' },
  received: { fi: 'Saapunut', sv: 'Inkom', en: 'Received' },
  decided: { fi: 'Ratkaistu', sv: 'Avgjord', en: 'Decided' },
  outcome: { fi: 'Ratkaisu', sv: 'Avgörande', en: 'Outcome' },
  by: { fi: 'Ratkaisija', sv: 'Beslutsfattare', en: 'Decided by' },
  fee: { fi: 'Maksu', sv: 'Avgift', en: 'Fee' },
  delivery: { fi: 'Tietojen antamistapa', sv: 'Sätt att lämna ut', en: 'Way of giving' },
  told: { fi: 'Ilmoitettu', sv: 'Underrättad', en: 'Told on' },
  dueBefore: { fi: 'Alkuperäinen määräpäivä', sv: 'Ursprunglig sista dag', en: 'First last day' },
  due: { fi: 'Uusi määräpäivä', sv: 'Ny sista dag', en: 'New last day' },
  grounds: { fi: 'Lainkohta ja peruste', sv: 'Lagrum och grund', en: 'Provision and ground' },
  reasons: { fi: 'Perustelut', sv: 'Motivering', en: 'Reasons' },
  proof: {
    fi: 'Millä pyynnön perusteettomuus tai kohtuuttomuus osoitetaan',
    sv: 'Hur det visas att begäran är ogrundad eller orimlig',
    en: 'What shows that the request is unfounded or excessive',
  },
  provision: { fi: 'Säännös', sv: 'Bestämmelse', en: 'Provision' },
  remedies: { fi: 'Jos olet tyytymätön', sv: 'Om du är missnöjd', en: 'If you are not satisfied' },
  ombudsman: {
    fi: 'Voit ottaa yhteyttä tietosuojavaltuutettuun, jos epäämiselle ei mielestäsi ole perustetta. Voit myös käyttää muita oikeussuojakeinoja, kuten viedä asian tuomioistuimeen.',
    sv: 'Du kan kontakta dataombudsmannen om du anser att det saknas grund för avslaget. Du kan också använda andra rättsmedel, till exempel föra saken till domstol.',
    en: 'You may contact the Data Protection Ombudsman if you find no ground for the refusal. You may also use other legal remedies, such as taking the matter to a court.',
  },
  appealable: {
    fi: 'Voit pyytää asiasta valituskelpoisen päätöksen (621/1999 14 §).',
    sv: 'Du kan begära ett överklagbart beslut i saken (621/1999 14 §).',
    en: 'You may ask for a decision that can be appealed (621/1999 § 14).',
  },
  noAppeal: {
    fi: 'Muistutukseen annettuun vastaukseen ei voi hakea muutosta. Muistutus ei rajoita oikeutta kannella tai hakea muutosta siihen, mitä se koskee.',
    sv: 'Svaret på en anmärkning får inte överklagas. En anmärkning begränsar inte rätten att klaga eller söka ändring i det som den gäller.',
    en: 'The answer to a reminder cannot be appealed. A reminder does not limit the right to complain or to appeal.',
  },
  deadUse: {
    fi: 'Tietoja saa käyttää vain siihen tarkoitukseen, johon ne on annettu, eikä niitä saa luovuttaa edelleen muuhun (703/2023 52 §).',
    sv: 'Uppgifterna får användas bara för det ändamål för vilket de har lämnats ut och får inte lämnas vidare för annat (703/2023 52 §).',
    en: 'The data may be used for the purpose for which they were given only, and may not be handed on for another (703/2023 § 52).',
  },
} as const satisfies Record<string, Sentence>;

export const KIND_WORDS: Readonly<Record<RequestKind, Sentence>> = {
  inspection: {
    fi: 'Omien tietojen tarkastaminen',
    sv: 'Granskning av egna uppgifter',
    en: 'Inspection of own data',
  },
  rectification: {
    fi: 'Tietojen oikaiseminen tai täydentäminen',
    sv: 'Rättelse eller komplettering av uppgifter',
    en: 'Rectification or completion of data',
  },
  erasure: { fi: 'Tietojen poistaminen', sv: 'Radering av uppgifter', en: 'Erasure of data' },
  restriction: {
    fi: 'Käsittelyn rajoittaminen',
    sv: 'Begränsning av behandlingen',
    en: 'Restriction of processing',
  },
  objection: {
    fi: 'Käsittelyn vastustaminen',
    sv: 'Invändning mot behandlingen',
    en: 'Objection to processing',
  },
  partyDocuments: {
    fi: 'Asianosaisen asiakirjapyyntö',
    sv: 'Partens begäran om handlingar',
    en: "A party's request for documents",
  },
  deceasedData: {
    fi: 'Kuolleen henkilön tiedot',
    sv: 'Uppgifter om en avliden person',
    en: 'Data of a person who has died',
  },
  reminder: { fi: 'Muistutus', sv: 'Anmärkning', en: 'Reminder' },
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, Sentence>> = {
  granted: { fi: 'Hyväksytty', sv: 'Bifallen', en: 'Granted' },
  partly: { fi: 'Hyväksytty osittain', sv: 'Delvis bifallen', en: 'Granted in part' },
  refused: { fi: 'Evätty', sv: 'Avslagen', en: 'Refused' },
  referred: {
    fi: 'Ohjattu rekisterinpitäjän ilmoittamaan paikkaan',
    sv: 'Hänvisad till den plats som den personuppgiftsansvariga anger',
    en: 'Referred to the place that the controller names',
  },
};

export const MODE_WORDS: Readonly<Record<DeliveryMode, Sentence>> = {
  onSite: {
    fi: 'Tutustuminen paikan päällä',
    sv: 'Möjlighet att ta del av uppgifterna på plats',
    en: 'Read on site',
  },
  writing: { fi: 'Kirjallisesti', sv: 'Skriftligt', en: 'In writing' },
  copy: { fi: 'Jäljennös', sv: 'Kopia', en: 'A copy' },
  electronic: { fi: 'Sähköisesti', sv: 'Elektroniskt', en: 'Electronically' },
};

export const BASIS_WORDS: Readonly<Record<FeeBasis, Sentence>> = {
  withinYear: {
    fi: 'edellisestä tarkastuksesta on alle vuosi',
    sv: 'mindre än ett år har gått sedan föregående granskning',
    en: 'less than a year has passed since the previous inspection',
  },
  furtherCopy: { fi: 'useampi jäljennös', sv: 'ytterligare kopia', en: 'a further copy' },
  unfoundedOrExcessive: {
    fi: 'ilmeisen perusteeton tai kohtuuton pyyntö',
    sv: 'uppenbart ogrundad eller orimlig begäran',
    en: 'a manifestly unfounded or excessive request',
  },
};
