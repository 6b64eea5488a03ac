import type { ControllerSettings } from '../../controllers/settings/settings.ts';
import {
  always,
  joined,
  type NoticeFacts,
  type NoticeLanguage,
  once,
  type SectionOfNotice,
  when,
} from '../facts.ts';
import { AND, listOf, strungOf } from '../strung.ts';
import { CHANNELS, DIRECTIONS, POPULATION_FIELDS, REGISTERS } from '../words.ts';

/** From where data come ((EU) 2016/679, 14(2)(f)). */

type Integration = ControllerSettings['integrations'][number];

const systemOf = (
  { system, direction, content, ground, municipalities }: Integration,
  language: NoticeLanguage,
) => ({
  system,
  what: joined(
    [
      DIRECTIONS[direction][language],
      content,
      ground,
      municipalities.length > 1 ? municipalities.join(' ') : null,
    ],
    '; ',
  ),
});

const populationOf = (
  { system, route, fields }: ControllerSettings['population'],
  language: NoticeLanguage,
): { system: string; fields: string } => ({
  system: system ?? REGISTERS[route][language],
  fields: listOf(POPULATION_FIELDS, fields, language),
});

/** Systems with which data do not pass by a connection of this system's own. */
const apart = ({ settings, enforced }: NoticeFacts): Integration[] =>
  settings.integrations.filter(({ system }) => !enforced.connections.includes(system));

export const SOURCES: readonly SectionOfNotice[] = [
  {
    id: 'sources',
    title: { fi: 'Tietolähteet', sv: 'Informationskällor', en: 'Sources of data' },
    sentences: [
      {
        id: 'sources.client',
        by: 'channelsChosen',
        text: {
          fi: 'Tietoja saadaan asiakkaalta itseltään, hänen lailliselta edustajaltaan ja palvelua toteuttavalta henkilöstöltä. Tietoja otetaan vastaan {channels}.',
          sv: 'Uppgifter fås av klienten själv, av klientens lagliga företrädare och av den personal som genomför servicen. Uppgifter tas emot {channels}.',
          en: 'Data come from the client, the legal representative and the staff who give the service. They are received {channels}.',
        },
        said: ({ settings }, language) =>
          once('channels', strungOf(CHANNELS, settings.intake.channels, AND, language)),
      },
      {
        id: 'sources.consent',
        by: 'sourcesGated',
        text: {
          fi: 'Muilta tietoja pyydetään asiakkaan suostumuksella.',
          sv: 'Av andra begärs uppgifter med klientens samtycke.',
          en: 'Others are asked for data with the client’s consent.',
        },
        said: when(({ settings }) => settings.sources.grounds.includes('consent')),
      },
      {
        id: 'sources.statute',
        by: 'sourcesGated',
        text: {
          fi: 'Ilman suostumusta tietoja pyydetään vain nimetyn lainkohdan perusteella viranomaisilta, muun muassa Verohallinnolta ja Kelalta, ja muilta laissa luetelluilta (703/2023 64 §). Pyynnössä kerrotaan, miksi tiedot ovat välttämättömiä.',
          sv: 'Utan samtycke begärs uppgifter endast med stöd av en namngiven bestämmelse av myndigheter, bland annat Skatteförvaltningen och FPA, och av andra som räknas upp i lagen (703/2023 64 §). I begäran anges varför uppgifterna är nödvändiga.',
          en: 'Without consent data are asked for only under a named provision, of authorities, among them the Tax Administration and Kela, and of others whom the law lists (703/2023 § 64). A request says why the data are necessary.',
        },
        said: when(({ settings }) => settings.sources.grounds.includes('statute')),
      },
      {
        id: 'sources.receipt',
        by: 'sourcesGated',
        text: {
          fi: 'Muualta saaduista tiedoista merkitään, mistä, milloin ja millä perusteella ne on saatu (703/2023 39 §).',
          sv: 'Om uppgifter som fåtts från annat håll antecknas varifrån, när och på vilken grund de fåtts (703/2023 39 §).',
          en: 'Of data received from elsewhere it is recorded from whom, when and on what ground (703/2023 § 39).',
        },
        said: always,
      },
      {
        id: 'sources.financialInstitution',
        by: 'financialInstitutionGated',
        text: {
          fi: 'Rahalaitokselta tietoja voi pyytää vain kirjallisesti siihen määrätty viranhaltija, ja asiakkaalle kerrotaan pyynnöstä ennen sen tekemistä.',
          sv: 'Av ett penninginstitut kan uppgifter begäras endast skriftligen av en därtill förordnad tjänsteinnehavare, och klienten underrättas innan begäran görs.',
          en: 'A financial institution is asked only in writing by an officeholder appointed for it, and the client is told before the request is made.',
        },
        said: when(({ settings }) => settings.sources.financialInstitution),
      },
      {
        id: 'sources.population',
        by: 'populationUpdates',
        text: {
          fi: 'Väestötietojen lähde: {system} ({fields}).',
          sv: 'Källa för befolkningsuppgifter: {system} ({fields}).',
          en: 'Source of population data: {system} ({fields}).',
        },
        said: ({ settings: { population } }, language) => [populationOf(population, language)],
      },
      {
        id: 'sources.populationByHand',
        by: 'registerChosen',
        text: {
          fi: 'Väestötiedot eivät päivity tähän järjestelmään itsestään: virkailija tarkistaa ja kirjaa ne. Lähde: {system} ({fields}).',
          sv: 'Befolkningsuppgifter uppdateras inte automatiskt i detta system: en anställd kontrollerar och antecknar dem. Källa: {system} ({fields}).',
          en: 'Population data are not updated in this system automatically: an official checks and records them. Source: {system} ({fields}).',
        },
        said: ({ settings: { population }, enforced }, language) =>
          enforced.parts.includes('populationUpdates') ? [] : [populationOf(population, language)],
      },
      {
        id: 'sources.protectedAddress',
        by: 'registerChosen',
        text: {
          fi: 'Turvakiellon alaisen henkilön osoitetta ei päivitetä väestötiedoista.',
          sv: 'Adressen för en person med spärrmarkering uppdateras inte ur befolkningsuppgifterna.',
          en: 'The address of a person under a safety ban is not updated from population data.',
        },
        said: when(({ settings }) => !settings.population.updateProtectedAddress),
      },
      {
        id: 'sources.systems',
        by: 'words',
        text: {
          fi: 'Muu järjestelmä tai rekisteri: {system} ({what}).',
          sv: 'Annat system eller register: {system} ({what}).',
          en: 'Another system or register: {system} ({what}).',
        },
        said: ({ settings }, language) => settings.integrations.map((one) => systemOf(one, language)),
      },
      {
        id: 'sources.systemsApart',
        by: 'connections',
        text: {
          fi: 'Näihin järjestelmiin ei ole tästä järjestelmästä omaa teknistä yhteyttä, vaan tiedot siirtää virkailija: {systems}.',
          sv: 'Till dessa system finns ingen egen teknisk förbindelse från detta system, utan uppgifterna överförs av en anställd: {systems}.',
          en: 'This system has no technical connection of its own to these; an official carries the data: {systems}.',
        },
        said: (facts) =>
          once(
            'systems',
            apart(facts)
              .filter(({ direction }) => direction !== 'notStated')
              .map(({ system }) => system)
              .join(', '),
          ),
      },
      {
        id: 'sources.noSystems',
        by: 'words',
        text: {
          fi: 'Rekisteriä ei yhdistetä muihin rekistereihin.',
          sv: 'Registret samkörs inte med andra register.',
          en: 'The register is joined with no other.',
        },
        said: when(({ settings }) => settings.integrations.length === 0),
      },
    ],
  },
];
