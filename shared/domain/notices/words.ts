import type { Sentence } from '../../kernel/finding.ts';
import type { DataGroup } from '../../trail/event.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';

/** Coded values as the notice says them. The Swedish and English words are unreviewed. */

type Register = ControllerSettings['registers'][number];
export type Words<K extends string> = Readonly<Record<K, Sentence>>;

export const w = (fi: string, sv: string, en: string): Sentence => ({ fi, sv, en });

export const KINDS: Words<ControllerSettings['controller']['kind']> = {
  municipality: w('kunta', 'kommun', 'municipality'),
  jointMunicipalAuthority: w('kuntayhtymä', 'samkommun', 'joint municipal authority'),
  wellbeingServicesCounty: w('hyvinvointialue', 'välfärdsområde', 'wellbeing services county'),
};

export const REGISTER_KINDS: Words<Register['kind']> = {
  authorityActivity: w(
    'viranomaistoiminnan rekisteri',
    'register för myndighetsverksamhet',
    'a register of authority activity',
  ),
  voluntaryTask: w(
    'vapaaehtoisen tehtävän rekisteri',
    'register för en frivillig uppgift',
    'a register of a voluntary task',
  ),
};

export const REGULARLY: Words<'yes' | 'no'> = {
  yes: w('kyllä', 'ja', 'yes'),
  no: w('ei', 'nej', 'no'),
};

export const LEGAL_BASES: Words<Register['legalBases'][number]> = {
  legalObligation: w(
    'rekisterinpitäjän lakisääteinen velvoite (tietosuoja-asetuksen 6 artiklan 1 kohdan c alakohta)',
    'den personuppgiftsansvarigas rättsliga förpliktelse (dataskyddsförordningen artikel 6.1 c)',
    'a legal obligation of the controller (GDPR article 6(1)(c))',
  ),
  publicAuthority: w(
    'yleistä etua koskeva tehtävä tai julkisen vallan käyttö (6 artiklan 1 kohdan e alakohta)',
    'en uppgift av allmänt intresse eller myndighetsutövning (artikel 6.1 e)',
    'a task in the public interest or the exercise of public authority (article 6(1)(e))',
  ),
  consent: w(
    'suostumus (6 artiklan 1 kohdan a alakohta)',
    'samtycke (artikel 6.1 a)',
    'consent (article 6(1)(a))',
  ),
  contract: w(
    'sopimus (6 artiklan 1 kohdan b alakohta)',
    'avtal (artikel 6.1 b)',
    'a contract (article 6(1)(b))',
  ),
  municipalSelfGovernment: w(
    'kunnan itsehallintoon perustuva tehtävä',
    'en uppgift som grundar sig på kommunens självstyrelse',
    'a task based on municipal self-government',
  ),
  clientRelationship: w('asiakassuhde', 'klientförhållande', 'the client relationship'),
};

export const MODULES: Words<Register['modules'][number]> = {
  adultAndFamilyWork: w('aikuis- ja perhetyö', 'vuxen- och familjearbete', 'adult and family work'),
  childWelfare: w('lastensuojelu', 'barnskydd', 'child welfare'),
  childWelfareSupervisor: w('lastenvalvoja', 'barnatillsyningsman', 'child welfare supervisor'),
  booking: w('ajanvaraus', 'tidsbokning', 'booking'),
  socialAssistance: w('toimeentulotuki', 'utkomststöd', 'social assistance'),
  clientFunds: w('välitystili', 'förmedlingskonto', 'client funds account'),
};

export const CLIENT_FIELDS: Words<ControllerSettings['client']['fields'][number]> = {
  emails: w('sähköpostiosoite', 'e-postadress', 'e-mail address'),
  maritalStatus: w('siviilisääty', 'civilstånd', 'marital status'),
  occupation: w('ammatti', 'yrke', 'occupation'),
  workplace: w('työpaikka', 'arbetsplats', 'workplace'),
};

/** Groups that hold clients' data; those of rights, settings and parties hold the staff's and the controller's. */
export const DATA_GROUPS: Readonly<Partial<Record<DataGroup, Sentence>>> = {
  identity: w('nimi ja henkilötunnus', 'namn och personbeteckning', 'name and personal identity code'),
  baseData: w('perustiedot', 'grunduppgifter', 'base data'),
  contactData: w('yhteystiedot', 'kontaktuppgifter', 'contact data'),
  family: w(
    'perheenjäsenet, huoltajat, lailliset edustajat ja yhteyshenkilöt',
    'familjemedlemmar, vårdnadshavare, lagliga företrädare och kontaktpersoner',
    'family, guardians, legal representatives and contact persons',
  ),
  clienthood: w(
    'asiakkuutta koskevat tiedot',
    'uppgifter om klientskapet',
    'data on the client relationship',
  ),
  intake: w(
    'vireille tulleet asiat, hakemukset, ilmoitukset ja yhteydenotot',
    'anhängiggjorda ärenden, ansökningar, anmälningar och kontakter',
    'matters, applications, notifications and contacts that came in',
  ),
  assessments: w('palvelutarpeen arvioinnit', 'bedömningar av servicebehovet', 'assessments of need'),
  case: w('asioiden käsittelytiedot', 'uppgifter om handläggningen av ärenden', 'the handling of cases'),
  plans: w('asiakas- ja palvelusuunnitelmat', 'klient- och serviceplaner', 'client and service plans'),
  decisions: w(
    'päätökset ja niiden tiedoksianto sekä muutoksenhaku',
    'beslut samt deras delgivning och ändringssökande',
    'decisions, their service and appeals',
  ),
  services: w(
    'palvelut ja niiden toteutuminen',
    'service och dess genomförande',
    'services and what was given',
  ),
  caseNotes: w(
    'asiakaskertomuksen merkinnät',
    'anteckningar i klientjournalen',
    'entries of the client narrative',
  ),
  documents: w('muut asiakasasiakirjat', 'övriga klienthandlingar', 'other client documents'),
  attachments: w('liitteet', 'bilagor', 'attachments'),
  appointments: w('ajanvaraukset', 'tidsbokningar', 'appointments'),
  deadlines: w('määräajat', 'tidsfrister', 'deadlines'),
  papers: w(
    'tiedot paperiaineiston sijainnista',
    'uppgifter om var pappersmaterial finns',
    'where paper material is',
  ),
  accessLog: w(
    'käyttö- ja luovutuslokitiedot',
    'logguppgifter om användning och utlämnande',
    'log data on use and disclosure',
  ),
};

export const POPULATION_FIELDS: Words<ControllerSettings['population']['fields'][number]> = {
  name: w('nimi', 'namn', 'name'),
  identityCode: w('henkilötunnus', 'personbeteckning', 'identity code'),
  address: w('osoite', 'adress', 'address'),
  family: w('perhetiedot', 'familjeuppgifter', 'family'),
  safetyBan: w('turvakielto', 'spärrmarkering', 'safety ban'),
};

/** From where population data come, where the controller names no system. */
export const REGISTERS: Words<ControllerSettings['population']['route']> = {
  populationRegister: w(
    'väestötietojärjestelmä',
    'befolkningsdatasystemet',
    'the population information system',
  ),
  municipalRegister: w('kunnan rekisteri', 'kommunens register', 'the register of the municipality'),
};

export const CHANNELS: Words<ControllerSettings['intake']['channels'][number]> = {
  electronic: w('sähköisesti', 'elektroniskt', 'electronically'),
  paper: w('paperilla', 'på papper', 'on paper'),
  visit: w('käynnillä', 'vid besök', 'at a visit'),
  homeVisit: w('kotikäynnillä', 'vid hembesök', 'at a home visit'),
  phone: w('puhelimitse', 'per telefon', 'by telephone'),
  oral: w('suullisesti', 'muntligt', 'orally'),
};

export const DIRECTIONS: Words<ControllerSettings['integrations'][number]['direction']> = {
  in: w('tietoja saadaan', 'uppgifter fås', 'data are received'),
  out: w('tietoja luovutetaan', 'uppgifter lämnas', 'data are given'),
  both: w('tietoja saadaan ja luovutetaan', 'uppgifter fås och lämnas', 'data are received and given'),
  notStated: w(
    'rekisterin ylläpitojärjestelmä',
    'system för underhåll av registret',
    'a maintenance system of the register',
  ),
};

/** In the form that the sentence needs: by what. */
export const METHODS: Words<ControllerSettings['auth']['methods'][number]> = {
  card: w('toimikortilla', 'med yrkeskort', 'by a staff card'),
  password: w(
    'käyttäjätunnuksella ja salasanalla',
    'med användarnamn och lösenord',
    'by user name and password',
  ),
};

/** To whom figures go. */
export const FIGURES_TO: Words<ControllerSettings['statistics']['recipients'][number]> = {
  thl: w(
    'Terveyden ja hyvinvoinnin laitokselle',
    'Institutet för hälsa och välfärd',
    'the Finnish Institute for Health and Welfare',
  ),
  otherAuthorities: w('muille viranomaisille', 'andra myndigheter', 'other authorities'),
  nationalRegisters: w('valtakunnallisiin rekistereihin', 'nationella register', 'national registers'),
  municipalities: w('kunnille', 'kommunerna', 'municipalities'),
};

export const FIGURES_FOR: Words<ControllerSettings['statistics']['ownUses'][number]> = {
  planning: w('suunnitteluun', 'planering', 'planning'),
  development: w('kehittämiseen', 'utveckling', 'development'),
  budget: w('talousarvioon', 'budgeten', 'the budget'),
  interimReport: w('osavuosikatsaukseen', 'delårsrapporten', 'the interim report'),
  accounts: w('tilinpäätökseen', 'bokslutet', 'the accounts'),
  costsPerMunicipality: w(
    'kuntakohtaisten kustannusten laskemiseen',
    'kostnaderna per kommun',
    'the costs of each municipality',
  ),
};

export const GRANTORS: Words<ControllerSettings['research']['permitGrantors'][number]> = {
  controllerAuthority: w('rekisterinpitäjä', 'den personuppgiftsansvariga', 'the controller'),
  ministry: w(
    'sosiaali- ja terveysministeriö',
    'social- och hälsovårdsministeriet',
    'the Ministry of Social Affairs and Health',
  ),
  authorities: w('toimivaltainen viranomainen', 'den behöriga myndigheten', 'the competent authority'),
};

export const PAYMENT_ROUTES: Words<Exclude<ControllerSettings['payments']['route'], 'off'>> = {
  bankAndLedger: w('pankki ja kirjanpito', 'bank och bokföring', 'bank and ledger'),
  proEconomica: w('Pro Economica', 'Pro Economica', 'Pro Economica'),
};

export const REPORT_SCOPES: Words<ControllerSettings['log']['reportScope']> = {
  changes: w('tietojen muutokset', 'ändringar av uppgifter', 'changes of data'),
  narrativeOpenings: w(
    'asiakaskertomuksen avaamiset',
    'öppnanden av klientjournalen',
    'openings of the client narrative',
  ),
  readsAndWrites: w('katselu ja kirjaaminen', 'läsning och antecknande', 'reading and writing'),
};
