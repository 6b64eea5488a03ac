import type { FigureDefinition } from './figure-definition.ts';
import { DIMENSIONS_OF_PERSONS, DIMENSIONS_OF_WORK, measure, OWN_REPORTS } from './measure.ts';

/** What is counted of the work itself: appointments, clients, entries, and the services of a year. */
export const WORK: readonly FigureDefinition[] = [
  {
    id: 'appointments',
    version: 2,
    title: { fi: 'Ajanvaraukset', sv: 'Tidsbokningar', en: 'Appointments' },
    source: 'Selosteet: ajanvaraus',
    periods: OWN_REPORTS,
    dimensions: DIMENSIONS_OF_PERSONS,
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
    unverified: {
      fi: 'Asia, joka avataan uudelleen, on päätetty kerran ja lasketaan päätetyksi joka kerta. Julkisista lähteistä ei selviä, mitä raportti tästä haluaa.',
      sv: 'Ett ärende som öppnas på nytt har avslutats en gång och räknas som avslutat varje gång. Av offentliga källor framgår inte vad rapporten avser.',
      en: 'A case that is reopened was closed once, and is counted as closed each time. What the report wants of this is not said where it is public.',
    },
    periods: OWN_REPORTS,
    dimensions: DIMENSIONS_OF_WORK,
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
    id: 'stateRefunds',
    version: 1,
    title: {
      fi: 'Asiakkaat, joiden palvelut valtio korvaa',
      sv: 'Klienter vilkas service staten ersätter',
      en: 'Clients whose services the state refunds',
    },
    source: '681/2023 59–70 §; seloste: pakolaisten palvelujen valtionosuuksien hakeminen',
    unverified: {
      fi: 'Hakemuslomaketta ei ole luettu. Tässä lasketaan merkityt perusteet ja henkilöt, ei kustannuksia.',
      sv: 'Ansökningsblanketten har inte lästs. Här räknas antecknade grunder och personer, inte kostnader.',
      en: 'The form of the application has not been read. Grounds and persons are counted, not costs.',
    },
    periods: OWN_REPORTS,
    dimensions: DIMENSIONS_OF_PERSONS.filter((one) => one !== 'serviceTask'),
    publishedBy: 'code',
    measures: [
      measure('marked', ['Merkittyjä perusteita', 'Antecknade grunder', 'Grounds marked'], 'events', [
        'refundMarked',
      ]),
      measure('persons', ['Henkilöitä', 'Personer', 'Persons'], 'persons', ['refundMarked']),
      measure('ended', ['Päättyneitä perusteita', 'Avslutade grunder', 'Grounds ended'], 'events', [
        'refundEnded',
      ]),
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
    unverified: {
      fi: 'THL:n lomakkeen rivit ja sen sulkeutumispäivä tammi- tai helmikuussa eivät ole olleet julkisesti saatavilla: tässä lasketaan sosiaalipalveluittain henkilöt, joille kirjattiin vuoden aikana palvelun alkaminen tai toteutuma. Sijaisperheet eivät ole asiakkaita eikä niitä lasketa.',
      sv: 'Raderna i THL:s blankett och dagen i januari eller februari då den stängs har inte varit offentligt tillgängliga: här räknas per socialtjänst de personer för vilka inledande eller genomförande antecknats under året. Fosterfamiljer är inte klienter och räknas inte.',
      en: 'The rows of THL’s form, and the day in January or February on which it closes, are not public here: persons by social service, of whom a start or a delivery was recorded in the year. Foster families are no clients and are not counted.',
    },
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
    collection: { recipient: 'thl', provision: '668/2008 5 §', of: 'year', due: { month: 2, day: 31 } },
  },
];
