import type { DocumentKind, ProcessPhase, Sensitivity } from '../domain/entry-class.ts';
import { SERVICE_TASKS } from '../domain/service-tasks.ts';
import { socialServiceOf } from '../domain/social-services.ts';
import type { Sentence } from '../kernel/finding.ts';
import type { Duty } from './duties.ts';
import type { Condition, MatrixRow } from './matrix-data.ts';

/** The matrix in words, for an auditor. The Swedish and English are unreviewed. */

const words = (fi: string, sv: string, en: string): Sentence => ({ fi, sv, en });

export const KIND_WORDS: Readonly<Record<DocumentKind, Sentence>> = {
  clienthood: words('Asiakkuustiedot', 'Klientrelationsuppgifter', 'Clienthood data'),
  assessment: words('Arviot', 'Bedömningar', 'Assessments'),
  clientPlan: words('Asiakassuunnitelmat', 'Klientplaner', 'Client plans'),
  implementationPlan: words('Toteuttamissuunnitelmat', 'Genomförandeplaner', 'Implementation plans'),
  decision: words('Päätökset', 'Beslut', 'Decisions'),
  caseNote: words('Asiakaskertomusmerkinnät', 'Anteckningar i klientrapporten', 'Case notes'),
  implementation: words(
    'Muut toteutuksen tiedot',
    'Övriga uppgifter om genomförandet',
    'Other data of implementing',
  ),
  contract: words('Sopimukset', 'Avtal', 'Contracts'),
  other: words('Muut', 'Övriga', 'Other'),
};

export const SENSITIVITY_WORDS: Readonly<Record<Sensitivity, Sentence>> = {
  ordinary: words('tavalliset', 'vanliga', 'ordinary'),
  therapy: words('terapeuttinen työskentely', 'terapeutiskt arbete', 'therapy'),
  examination: words('asiakkaalle tehty tutkimus', 'undersökning av klienten', 'examination'),
  familyMediation: words('perheasioiden sovittelu', 'medling i familjefrågor', 'family mediation'),
  shelter: words('turvakotipalvelu', 'skyddshemsservice', 'shelter'),
};

export const PHASE_WORDS: Readonly<Record<ProcessPhase, Sentence>> = {
  arranging: words('järjestäminen', 'ordnande', 'arranging'),
  implementing: words('toteutus', 'genomförande', 'implementing'),
};

const DUTY_WORDS: Readonly<Record<Duty, Sentence>> = {
  onCall: words('sosiaalipäivystys', 'socialjour', 'emergency social services'),
  custodyReports: words('huollon selvitykset', 'utredningar om vårdnad', 'custody reports'),
  supervisedVisits: words('valvotut tapaamiset', 'övervakat umgänge', 'supervised visits'),
  invoicing: words('laskutus', 'fakturering', 'invoicing'),
  payments: words('maksatus', 'utbetalning', 'payments'),
  caseRegistry: words('asiarekisteri', 'ärenderegister', 'case registry'),
  informationRequests: words('tietopyynnöt', 'begäran om uppgifter', 'information requests'),
  jointService: words('yhteinen palvelu', 'gemensam service', 'joint service'),
  healthInSocialService: words(
    'terveyspalvelu sosiaalipalvelun yhteydessä',
    'hälsotjänst i samband med socialservice',
    'health service within a social service',
  ),
  faultInvestigation: words('vian selvitys', 'felsökning', 'investigation of a fault'),
  applicationSupport: words('sovellustuki', 'applikationsstöd', 'application support'),
  archiving: words('arkistointi', 'arkivering', 'archiving'),
  disposal: words('hävittäminen', 'förstöring', 'disposal'),
  reminders: words('muistutukset', 'anmärkningar', 'reminders'),
  complaints: words('kantelut', 'klagomål', 'complaints'),
  incidents: words('vaara- ja haittatapahtumat', 'risk- och skadehändelser', 'incidents'),
  feedback: words('asiakaspalaute', 'klientrespons', 'client feedback'),
};

const CONDITION_WORDS: Readonly<Record<Condition, Sentence>> = {
  ownTask: words('oma palvelutehtävä', 'egen serviceuppgift', "the grant's own service task"),
  ownService: words('annettava palvelu', 'den service som ges', 'a service that the grant gives'),
  ownOrRelatedService: words(
    'annettava palvelu tai siihen olennaisesti liittyvä',
    'den service som ges eller en service som väsentligt hänför sig till den',
    'a service that the grant gives, or one essentially related to it',
  ),
  jointServiceOrDisclosed: words(
    'yhteinen palvelu tai luovutettu tieto',
    'gemensam service eller utlämnade uppgifter',
    'a joint service, or data that were disclosed',
  ),
};

const LANGUAGES = ['fi', 'sv', 'en'] as const;

/** What a row is about and what it asks, part by part. */
export function rowInWords(row: MatrixRow): Sentence {
  const listOf = (list: readonly Sentence[]): Sentence => join(list, ', ');
  const parts: Sentence[] = [];
  const add = (name: Sentence, list: readonly Sentence[] | undefined): void => {
    if (list !== undefined) parts.push(join([name, listOf(list)], ': '));
  };
  add(
    words('tiedot', 'uppgifter', 'data'),
    row.kinds?.map((kind) => KIND_WORDS[kind]),
  );
  add(
    words('palvelutehtävät', 'serviceuppgifter', 'service tasks'),
    row.serviceTasks?.map((task) => SERVICE_TASKS[task]),
  );
  add(
    words('suojattavuus', 'skyddsklass', 'sensitivity'),
    row.sensitivities?.map((one) => SENSITIVITY_WORDS[one]),
  );
  add(
    words('vaihe', 'skede', 'phase'),
    row.phases?.map((phase) => PHASE_WORDS[phase]),
  );
  add(
    words('palvelu', 'service', 'service'),
    row.services?.map((service) => socialServiceOf(service)),
  );
  add(
    words('oikeus annettu palveluun', 'rätten gäller servicen', 'the grant gives'),
    row.gives?.map((one) => socialServiceOf(one)),
  );
  add(
    words('oikeutta ei ole annettu palveluun', 'rätten gäller inte servicen', 'the grant does not give'),
    row.givesNone?.map((one) => socialServiceOf(one)),
  );
  add(
    words('nimetty tehtävä', 'angiven uppgift', 'a named duty'),
    row.duties?.map((duty) => DUTY_WORDS[duty]),
  );
  add(
    words('edellytys', 'villkor', 'only if'),
    row.onlyIf?.map((condition) => CONDITION_WORDS[condition]),
  );
  if (parts.length === 0) return words('kaikki asiakastiedot', 'alla klientuppgifter', 'all client data');
  return join(parts, '; ');
}

function join(list: readonly Pick<Sentence, 'fi' | 'sv' | 'en'>[], between: string): Sentence {
  const [fi = '', sv = '', en = ''] = LANGUAGES.map((language) =>
    list.map((one) => one[language]).join(between),
  );
  return words(fi, sv, en);
}
