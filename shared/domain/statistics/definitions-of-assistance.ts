import type { FigureDefinition } from './figure-definition.ts';
import { measure } from './measure.ts';

/** What is counted of social assistance: times, for there are no payments yet. */
export const ASSISTANCE_TIMES: readonly FigureDefinition[] = [
  {
    id: 'socialAssistanceTimes',
    version: 1,
    title: {
      fi: 'Toimeentulotukihakemusten käsittelyajat',
      sv: 'Handläggningstider för utkomststödsansökningar',
      en: 'Processing times of social assistance applications',
    },
    source: '1412/1997 14 a–14 d §, 27 c §; THL: huhtikuu ja lokakuu (sums per county)',
    unverified: {
      fi: 'THL:n lomakkeen kentät ja viimeinen päivä eivät ole olleet julkisesti saatavilla: huhtikuun ja lokakuun luvut muodostetaan kuukauden päätyttyä ja lasketaan seuraavan kuukauden ajan uudelleen. Hakemus on ratkaistu, kun päätöksessä nimetään se tai muuten asian varhaisin hakemus; sen aika alkaa uudelleen täydennyksestä.',
      sv: 'Fälten i THL:s blankett och dess sista dag har inte varit offentligt tillgängliga: siffrorna för april och oktober bildas när månaden är slut och räknas om under följande månad. En ansökan är avgjord när ett beslut nämner den eller annars ärendets tidigaste ansökan; tiden börjar på nytt när den kompletteras.',
      en: 'The fields of THL’s form and its last day are not public here: the figures of April and of October are made once the month is over, and counted anew during the next. An application is decided when a decision names it, or else the earliest application of the case; its time runs anew from what completes it.',
    },
    periods: ['month', 'quarter', 'year'],
    dimensions: ['unit', 'municipality', 'month'],
    publishedBy: 'municipality',
    measures: [
      measure('applications', ['Hakemuksia', 'Ansökningar', 'Applications'], 'events', ['assistanceApplied']),
      measure(
        'decidedInTime',
        ['Päätetty 7 arkipäivässä', 'Beslutade inom 7 vardagar', 'Decided within 7 working days'],
        'events',
        ['applicationDecided'],
        { inTime: true },
      ),
      measure(
        'decidedLate',
        ['Päätetty myöhemmin', 'Beslutade senare', 'Decided later'],
        'events',
        ['applicationDecided'],
        { inTime: false },
      ),
      measure(
        'urgentInTime',
        [
          'Kiireellisiä päätetty samana tai seuraavana arkipäivänä',
          'Brådskande beslutade samma eller följande vardag',
          'Urgent ones decided on the same or the next working day',
        ],
        'events',
        ['urgentApplicationDecided'],
        { inTime: true },
      ),
      measure(
        'urgentLate',
        ['Kiireellisiä päätetty myöhemmin', 'Brådskande beslutade senare', 'Urgent ones decided later'],
        'events',
        ['urgentApplicationDecided'],
        { inTime: false },
      ),
      measure(
        'completionsAsked',
        ['Täydennyspyyntöjä', 'Begäranden om komplettering', 'Requests to complete an application'],
        'events',
        ['completionAsked'],
      ),
      measure(
        'completionDays',
        [
          'Päiviä täydennyspyyntöihin yhteensä',
          'Dagar till begäran om komplettering sammanlagt',
          'Days until the requests to complete in all',
        ],
        'days',
        ['completionAsked'],
      ),
      measure(
        'talksInTime',
        ['Keskusteluja 7 arkipäivässä', 'Samtal inom 7 vardagar', 'Talks within 7 working days'],
        'events',
        ['assistanceTalkHeld'],
        { inTime: true },
      ),
      measure(
        'talksLate',
        ['Keskusteluja myöhemmin', 'Samtal senare', 'Talks later'],
        'events',
        ['assistanceTalkHeld'],
        { inTime: false },
      ),
    ],
    collection: { recipient: 'thl', provision: '668/2008 5 §', of: 'aprilOrOctober' },
  },
];
