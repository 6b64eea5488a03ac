import { socialServiceOf } from '../../social-services.ts';
import { always, joined, once, type SectionOfNotice, when } from '../facts.ts';
import { AND, inSentence, listOf, strungOf } from '../strung.ts';
import { CLIENT_FIELDS, DATA_GROUPS, LEGAL_BASES } from '../words.ts';

/** What for, on what ground, and which data ((EU) 2016/679, 13(1)(c), 14(1)(d)). Purposes and laws are free text (C-47). */

export const WHY: readonly SectionOfNotice[] = [
  {
    id: 'purpose',
    title: {
      fi: 'Käsittelyn tarkoitus ja oikeusperuste',
      sv: 'Ändamål och rättslig grund',
      en: 'Purpose and legal basis',
    },
    sentences: [
      {
        id: 'purpose.purpose',
        by: 'words',
        text: {
          fi: 'Henkilötietojen käsittelyn tarkoitus: {purpose}.',
          sv: 'Ändamålet med behandlingen: {purpose}.',
          en: 'Purpose of the processing: {purpose}.',
        },
        said: ({ settings }) => settings.registers.flatMap(({ purpose }) => once('purpose', purpose)),
      },
      {
        id: 'purpose.tie',
        by: 'tieRequired',
        text: {
          fi: 'Tietoja käsitellään vain asiakassuhteen tai muun asiallisen yhteyden perusteella. Järjestelmä tarkistaa yhteyden ennen kuin tiedot avautuvat.',
          sv: 'Uppgifter behandlas endast på grund av klientförhållande eller annan saklig anknytning. Systemet kontrollerar anknytningen innan uppgifterna öppnas.',
          en: 'Data are processed only by a client relationship or another factual connection. The system verifies it before the data open.',
        },
        said: always,
      },
      {
        id: 'purpose.permission',
        by: 'permissionForUse',
        text: {
          fi: 'Käyttöön, johon laissa säädetty tehtävä ei velvoita (opiskelijan harjoittelu ja asian tarkastelu yksikössä, jolle sitä vasta ehdotetaan), tarvitaan lisäksi asiakkaan lupa. Laissa säädetyn tehtävän hoitamiseen lupaa ei tarvita.',
          sv: 'För användning som ingen lagstadgad uppgift kräver (en studerandes praktik och granskning av ett ärende i en enhet som det endast föreslagits för) krävs dessutom klientens tillstånd. För skötseln av en lagstadgad uppgift behövs inget tillstånd.',
          en: 'For uses that no statutory duty calls for (a student’s training, and a look by a unit to which a case is only proposed) the client’s permission is needed as well. For a duty set by law it is not needed.',
        },
        said: when(({ settings }) => settings.access.requireClientPermission),
      },
      {
        id: 'purpose.bases',
        by: 'words',
        text: {
          fi: 'Käsittelyn oikeusperuste: {bases}.',
          sv: 'Rättslig grund för behandlingen: {bases}.',
          en: 'Legal basis of the processing: {bases}.',
        },
        said: ({ settings }, language) =>
          settings.registers.map(({ legalBases }) => ({ bases: listOf(LEGAL_BASES, legalBases, language) })),
      },
      {
        id: 'purpose.special',
        by: 'words',
        text: {
          fi: 'Erityisiä henkilötietoryhmiä käsitellään seuraavalla perusteella: {ground}.',
          sv: 'Särskilda kategorier av personuppgifter behandlas på följande grund: {ground}.',
          en: 'Special categories of data are processed on this ground: {ground}.',
        },
        said: ({ settings }) =>
          settings.registers.flatMap(({ specialCategoryGround }) => once('ground', specialCategoryGround)),
      },
      {
        id: 'purpose.laws',
        by: 'words',
        text: {
          fi: 'Käsittelyä ohjaava lainsäädäntö: {laws}.',
          sv: 'Lagstiftning som styr behandlingen: {laws}.',
          en: 'Legislation that guides the processing: {laws}.',
        },
        said: ({ settings }) =>
          settings.registers.flatMap(({ laws }) =>
            once(
              'laws',
              laws
                .map(({ name, number, parts }) =>
                  joined([name, number === null ? null : `(${number})`, parts], ' '),
                )
                .join('; '),
            ),
          ),
      },
      {
        id: 'purpose.services',
        by: 'servicesSwitched',
        text: {
          fi: 'Palvelut, joita varten tietoja käsitellään: {services}.',
          sv: 'Service för vilken uppgifter behandlas: {services}.',
          en: 'Services for which data are processed: {services}.',
        },
        said: ({ settings }, language) =>
          once(
            'services',
            settings.services.enabled
              .map((service) => inSentence(socialServiceOf(service)[language]))
              .join('; '),
          ),
      },
      {
        id: 'purpose.automated',
        by: 'noAutomatedDecision',
        text: {
          fi: 'Rekisterin tietoihin perustuvia automaattisia päätöksiä ei tehdä eikä rekisteröityjä profiloida. Jokaisen päätöksen tekee nimetty viranhaltija.',
          sv: 'Inga automatiserade beslut fattas utifrån registrets uppgifter och de registrerade profileras inte. Varje beslut fattas av en namngiven tjänsteinnehavare.',
          en: 'There is no automated decision-making and no profiling. Each decision is made by a named officeholder.',
        },
        said: always,
      },
    ],
  },
  {
    id: 'data',
    title: { fi: 'Rekisterin tietosisältö', sv: 'Registrets innehåll', en: 'What the register holds' },
    sentences: [
      {
        id: 'data.groups',
        by: 'dataGroups',
        text: {
          fi: 'Asiakkaasta tallennetaan: {groups}.',
          sv: 'Om klienten registreras: {groups}.',
          en: 'Of a client the register holds: {groups}.',
        },
        said: ({ enforced }, language) =>
          once(
            'groups',
            joined(
              enforced.dataGroups.map((group) => DATA_GROUPS[group]?.[language]),
              '; ',
            ),
          ),
      },
      {
        id: 'data.fields',
        by: 'fieldsChosen',
        text: {
          fi: 'Perustietoihin kirjataan lain vaatimien lisäksi: {fields}.',
          sv: 'Utöver vad lagen kräver antecknas i grunduppgifterna: {fields}.',
          en: 'Beyond what the law asks for, the base data hold: {fields}.',
        },
        said: ({ settings }, language) =>
          once('fields', strungOf(CLIENT_FIELDS, settings.client.fields, AND, language)),
      },
      {
        id: 'data.secret',
        by: 'secrecyMarked',
        text: {
          fi: 'Asiakastiedot ovat salassa pidettäviä (703/2023 4 ja 5 §).',
          sv: 'Klientuppgifterna är sekretessbelagda (703/2023 4 och 5 §).',
          en: 'Client data are secret (703/2023 §§ 4 and 5).',
        },
        said: always,
      },
      {
        id: 'data.safetyBan',
        by: 'safetyBan',
        text: {
          fi: 'Turvakiellon alaisia osoite- ja yhteystietoja näytetään vain niille, joiden tehtävä sitä edellyttää (661/2009 36 §).',
          sv: 'Adress- och kontaktuppgifter som omfattas av spärrmarkering visas endast för dem vars uppgift kräver det (661/2009 36 §).',
          en: 'Addresses and contact data under a safety ban are shown only to those whose duty needs them (661/2009 § 36).',
        },
        said: always,
      },
    ],
  },
];
