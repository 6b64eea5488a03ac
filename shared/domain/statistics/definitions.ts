import { CHILD_WELFARE } from './definitions-of-children.ts';
import { measure } from './measure.ts';
import type { Dimension, FigureDefinition } from './model.ts';

/** What is counted, from facts that acts of this system write. Changed by a new version, never in place. */

const ALL: readonly Dimension[] = ['unit', 'municipality', 'serviceTask', 'code', 'month'];
const OWN_REPORTS: FigureDefinition['periods'] = ['month', 'quarter', 'year'];

const OWN: readonly FigureDefinition[] = [
  {
    id: 'servicesGiven',
    version: 1,
    title: {
      fi: 'Annetut palvelut ja niiden kattavuus',
      sv: 'Given service och dess täckning',
      en: 'Services given and their coverage',
    },
    source: 'Selosteet: annettujen palvelujen määrä ja kattavuus',
    unverified:
      'Coverage is the persons who were given a service; how many there are in the area is not known here.',
    periods: OWN_REPORTS,
    dimensions: ALL,
    publishedBy: 'code',
    measures: [
      measure('opened', ['Avattuja palveluja', 'Öppnade tjänster', 'Services opened'], 'events', [
        'serviceOpened',
      ]),
      measure('started', ['Alkaneita palveluja', 'Inledda tjänster', 'Services started'], 'events', [
        'serviceStarted',
      ]),
      measure('ended', ['Päättyneitä palveluja', 'Avslutade tjänster', 'Services ended'], 'events', [
        'serviceEnded',
      ]),
      measure('deliveries', ['Toteutumia', 'Utföranden', 'Deliveries'], 'events', ['serviceDelivered']),
      measure(
        'persons',
        ['Palvelua saaneita henkilöitä', 'Personer som fått service', 'Persons given a service'],
        'persons',
        ['serviceStarted', 'serviceDelivered'],
      ),
    ],
  },
  {
    id: 'guidanceProcess',
    version: 1,
    title: {
      fi: 'Asiakkaiden ohjausprosessi',
      sv: 'Handledningsprocessen för klienter',
      en: 'The guidance process of clients',
    },
    source: 'Selosteet: asiakkaiden ohjausprosessi; 1301/2014 34–39 §',
    periods: OWN_REPORTS,
    dimensions: ALL,
    publishedBy: 'serviceTask',
    measures: [
      measure('received', ['Vastaanotettuja asioita', 'Mottagna ärenden', 'Matters received'], 'events', [
        'matterReceived',
      ]),
      measure('handled', ['Käsiteltyjä asioita', 'Behandlade ärenden', 'Matters handled'], 'events', [
        'matterHandled',
      ]),
      measure(
        'handlingDays',
        ['Käsittelypäiviä yhteensä', 'Behandlingsdagar sammanlagt', 'Days of handling in all'],
        'days',
        ['matterHandled'],
      ),
      measure(
        'guided',
        [
          'Ohjaukseen ja neuvontaan päättyneitä',
          'Avslutade med handledning och rådgivning',
          'Ended in guidance and advice',
        ],
        'events',
        ['matterHandled'],
        { codes: ['guidance'] },
      ),
      measure(
        'referred',
        [
          'Toiselle viranomaiselle siirrettyjä',
          'Överförda till en annan myndighet',
          'Transferred to another authority',
        ],
        'events',
        ['matterHandled'],
        { codes: ['otherAuthority'] },
      ),
      measure('casesOpened', ['Avattuja asioita', 'Öppnade ärenden', 'Cases opened'], 'events', [
        'caseOpened',
      ]),
      measure(
        'assessmentsBegun',
        ['Aloitettuja palvelutarpeen arviointeja', 'Inledda bedömningar', 'Assessments begun'],
        'events',
        ['assessmentBegun'],
      ),
      measure('plansMade', ['Tehtyjä suunnitelmia', 'Uppgjorda planer', 'Plans made'], 'events', [
        'planMade',
      ]),
      measure('servicesStarted', ['Alkaneita palveluja', 'Inledda tjänster', 'Services started'], 'events', [
        'serviceStarted',
      ]),
    ],
  },
  {
    id: 'decisionsByResult',
    version: 1,
    title: { fi: 'Päätökset tuloksen mukaan', sv: 'Beslut enligt resultat', en: 'Decisions by result' },
    source: 'Selosteet: päätökset; 434/2003 43–45 §',
    periods: OWN_REPORTS,
    dimensions: ALL,
    publishedBy: 'code',
    measures: [
      measure('issued', ['Annettuja päätöksiä', 'Meddelade beslut', 'Decisions issued'], 'events', [
        'decisionIssued',
      ]),
      measure(
        'reviewsReceived',
        [
          'Saapuneita oikaisuvaatimuksia ja valituksia',
          'Inkomna omprövningsbegäranden och besvär',
          'Requests for review and appeals received',
        ],
        'events',
        ['reviewReceived'],
      ),
      measure(
        'reviewsHandled',
        [
          'Käsiteltyjä oikaisuvaatimuksia ja valituksia',
          'Behandlade omprövningsbegäranden och besvär',
          'Requests for review and appeals handled',
        ],
        'events',
        ['reviewHandled'],
      ),
    ],
  },
  {
    id: 'appointments',
    version: 1,
    title: { fi: 'Ajanvaraukset', sv: 'Tidsbokningar', en: 'Appointments' },
    source: 'Selosteet: ajanvaraus',
    periods: OWN_REPORTS,
    dimensions: ALL,
    publishedBy: 'unit',
    measures: [
      measure('booked', ['Varattuja aikoja', 'Bokade tider', 'Times booked'], 'events', [
        'appointmentBooked',
      ]),
      measure('kept', ['Toteutuneita aikoja', 'Genomförda tider', 'Times kept'], 'events', [
        'appointmentKept',
      ]),
      measure('missed', ['Käyttämättä jääneitä aikoja', 'Uteblivna tider', 'Times missed'], 'events', [
        'appointmentMissed',
      ]),
      measure('cancelled', ['Peruttuja aikoja', 'Avbokade tider', 'Times cancelled'], 'events', [
        'appointmentCancelled',
      ]),
    ],
  },
  {
    id: 'workDone',
    version: 1,
    title: { fi: 'Asiakkaat ja asiakastyö', sv: 'Klienter och klientarbete', en: 'Clients and client work' },
    source: 'Selosteet: tilastointi; talousarvio, osavuosikatsaus ja tilinpäätös',
    periods: OWN_REPORTS,
    dimensions: ALL,
    publishedBy: 'unit',
    measures: [
      measure(
        'relationshipsStarted',
        ['Alkaneita asiakkuuksia', 'Inledda klientförhållanden', 'Client relationships started'],
        'events',
        ['relationshipStarted'],
      ),
      measure(
        'relationshipsEnded',
        ['Päättyneitä asiakkuuksia', 'Avslutade klientförhållanden', 'Client relationships ended'],
        'events',
        ['relationshipEnded'],
      ),
      measure(
        'relationshipDays',
        [
          'Päättyneiden asiakkuuksien päiviä',
          'Dagar i avslutade klientförhållanden',
          'Days of relationships ended',
        ],
        'days',
        ['relationshipEnded'],
      ),
      measure('casesOpened', ['Avattuja asioita', 'Öppnade ärenden', 'Cases opened'], 'events', [
        'caseOpened',
      ]),
      measure('casesClosed', ['Päätettyjä asioita', 'Avslutade ärenden', 'Cases closed'], 'events', [
        'caseClosed',
      ]),
      measure(
        'entries',
        ['Asiakaskertomusmerkintöjä', 'Anteckningar i klientberättelsen', 'Entries of the client narrative'],
        'events',
        ['caseNoteFinalised'],
      ),
      measure('documents', ['Asiakasasiakirjoja', 'Klienthandlingar', 'Client documents'], 'events', [
        'documentFinalised',
      ]),
      measure(
        'personsMet',
        ['Asiakkaita, joista on merkintä', 'Klienter med en anteckning', 'Clients with an entry'],
        'persons',
        ['caseNoteFinalised'],
      ),
    ],
  },
  {
    id: 'activityStatistics',
    version: 1,
    title: {
      fi: 'Sosiaalipalvelujen toimintatilasto',
      sv: 'Socialservicens verksamhetsstatistik',
      en: 'Activity statistics of social services',
    },
    source: 'THL: sosiaalipalvelujen toimintatilasto; 668/2008 5 §',
    unverified:
      'The rows of THL’s form, and the day in January or February on which it closes, are not public here: persons by social service, of whom a start or a delivery was recorded in the year. Foster families are no clients and are not counted.',
    periods: ['year'],
    dimensions: ['code', 'municipality'],
    publishedBy: 'code',
    measures: [
      measure(
        'persons',
        ['Asiakkaita', 'Klienter', 'Clients'],
        'persons',
        ['serviceStarted', 'serviceDelivered'],
        {
          codes: [
            'familyWork',
            'familyHomeService',
            'familyCounselling',
            'personalAssistance',
            'disabilityCoaching',
            'inclusionSupport',
            'dayActivity',
            'mobilitySupport',
            'housingSupport',
            'supportServices',
            'informalCareSupport',
            'familyCare',
            'substanceWork',
            'specialSubstanceServices',
          ],
        },
      ),
    ],
    collection: { recipient: 'thl', provision: '668/2008 5 §', due: { month: 2, day: 28 } },
  },
];

export const DEFINITIONS: readonly FigureDefinition[] = [...CHILD_WELFARE, ...OWN];

export const definitionOf = (id: string): FigureDefinition | undefined =>
  DEFINITIONS.find((definition) => definition.id === id);
