import { once, type SectionOfNotice, when } from '../facts.ts';
import { OFFICES } from '../words-of-requests.ts';

/** Paper, and how people are told of all this. */

export const INFORMING: readonly SectionOfNotice[] = [
  {
    id: 'paper',
    title: { fi: 'Paperiaineisto', sv: 'Pappersmaterial', en: 'Paper material' },
    sentences: [
      {
        id: 'paper.manual',
        by: 'words',
        text: {
          fi: 'Rekisterissä on paperiaineistoa, joka säilytetään lukituissa tiloissa: {places}.',
          sv: 'Registret innehåller pappersmaterial som förvaras i låsta utrymmen: {places}.',
          en: 'The register has paper material, kept in locked premises: {places}.',
        },
        said: ({ settings: { paper } }) => (paper.manual ? once('places', paper.locations.join('; ')) : []),
      },
      {
        id: 'paper.manualElsewhere',
        by: 'words',
        text: {
          fi: 'Rekisterissä on paperiaineistoa.',
          sv: 'Registret innehåller pappersmaterial.',
          en: 'The register has paper material.',
        },
        said: when(({ settings: { paper } }) => paper.manual && paper.locations.length === 0),
      },
      {
        id: 'paper.registered',
        by: 'papersRegistered',
        text: {
          fi: 'Paperiaineistosta kirjataan sen paikka, ja sitä koskevat sama salassapito ja samat käyttöoikeudet kuin sähköisiä tietoja.',
          sv: 'Pappersmaterialets plats antecknas, och för det gäller samma sekretess och åtkomsträttigheter som för elektroniska uppgifter.',
          en: 'The place of each paper is recorded, and the same secrecy and rights hold for it as for electronic data.',
        },
        said: when(({ settings }) => settings.paper.manual),
      },
      {
        id: 'paper.scanned',
        by: 'words',
        text: {
          fi: 'Saapuva paperi skannataan järjestelmään.',
          sv: 'Inkommande papper skannas in i systemet.',
          en: 'Paper that comes in is scanned into the system.',
        },
        said: when(({ settings }) => settings.paper.scanIncoming),
      },
    ],
  },
  {
    id: 'informing',
    title: {
      fi: 'Tämä seloste ja rekisteröidyn informointi',
      sv: 'Denna beskrivning och information till de registrerade',
      en: 'This notice and how people are told',
    },
    sentences: [
      {
        id: 'informing.places',
        by: 'words',
        text: {
          fi: 'Seloste on nähtävänä: {places}.',
          sv: 'Beskrivningen finns till påseende: {places}.',
          en: 'The notice is on view: {places}.',
        },
        said: ({ settings }) => once('places', settings.informing.places.join('; ')),
      },
      {
        id: 'informing.atStart',
        by: 'informedAtStart',
        text: {
          fi: 'Asiakkaalle kerrotaan henkilötietojen käsittelystä asiakkuuden alkaessa, ja kertominen kirjataan.',
          sv: 'Klienten informeras om behandlingen av personuppgifter när klientskapet börjar, och det antecknas.',
          en: 'A client is told of the processing when the client relationship begins, and that is recorded.',
        },
        said: when(({ settings }) => settings.informing.atRelationshipStart),
      },
      {
        id: 'informing.web',
        by: 'words',
        text: {
          fi: 'Ohjeet oikeuksien käyttämisestä ovat rekisterinpitäjän verkkosivulla.',
          sv: 'Anvisningar om hur rättigheterna används finns på den personuppgiftsansvarigas webbplats.',
          en: 'Instructions on using the rights are on the controller’s web page.',
        },
        said: when(({ settings }) => settings.dataSubjectRequests.addressee === 'webPage'),
      },
      {
        id: 'informing.location',
        by: 'words',
        text: {
          fi: 'Asiakirjan sijainti: {location}.',
          sv: 'Handlingens placering: {location}.',
          en: 'Place of the document: {location}.',
        },
        said: ({ settings }) => once('location', settings.notice.location),
      },
      {
        id: 'informing.owner',
        by: 'words',
        text: {
          fi: 'Selosteen ylläpidosta vastaa: {owner}.',
          sv: 'För uppdateringen av beskrivningen ansvarar: {owner}.',
          en: 'Responsible for the upkeep of the notice: {owner}.',
        },
        said: ({ settings }, language) => [{ owner: settings.notice.owner ?? OFFICES.controller[language] }],
      },
    ],
  },
];
