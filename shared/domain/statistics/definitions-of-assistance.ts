import type { FigureDefinition } from './figure-definition.ts';
import { DIMENSIONS_OF_PERSONS, decided, measure, OWN_REPORTS } from './measure.ts';

const DECISION = '11047';

/** What is counted of social assistance: times and decisions, for there are no payments yet. */
export const ASSISTANCE: readonly FigureDefinition[] = [
  {
    id: 'socialAssistanceTimes',
    version: 1,
    title: {
      fi: 'Toimeentulotukihakemusten käsittelyajat',
      sv: 'Handläggningstider för utkomststödsansökningar',
      en: 'Processing times of social assistance applications',
    },
    source: '1412/1997 14 a–14 d §, 27 c §; THL: huhtikuu ja lokakuu (summat hyvinvointialueittain)',
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
  {
    id: 'socialAssistanceDecisions',
    version: 1,
    title: {
      fi: 'Täydentävää ja ehkäisevää toimeentulotukea koskevat päätökset',
      sv: 'Beslut om kompletterande och förebyggande utkomststöd',
      en: 'Decisions on supplementary and preventive social assistance',
    },
    source: '1412/1997 4, 7 c, 8 §; selosteet: täydentävä ja ehkäisevä toimeentulotuki',
    unverified: {
      fi: 'Päätös lasketaan kuten päätöksissä tuloksen mukaan. Päätös, jossa tuen lajia ei ole nimetty, on vain niissä.',
      sv: 'Ett beslut räknas som i besluten enligt resultat. Ett beslut där stödets slag inte har angetts finns bara där.',
      en: 'A decision is counted as in decisionsByResult. One that does not name the kind of assistance is in that figure alone.',
    },
    periods: OWN_REPORTS,
    dimensions: DIMENSIONS_OF_PERSONS.filter((one) => one !== 'code'),
    publishedBy: 'municipality',
    measures: [
      measure(
        'supplementaryGranted',
        [
          'Täydentävästä toimeentulotuesta tehtyjä myönteisiä päätöksiä',
          'Bifallande beslut om kompletterande utkomststöd',
          'Decisions that grant supplementary assistance',
        ],
        'events',
        ['decisionIssued'],
        { ...decided([DECISION]), parts: ['supplementaryAssistance'] },
      ),
      measure(
        'supplementaryRejected',
        [
          'Täydentävästä toimeentulotuesta tehtyjä kielteisiä päätöksiä',
          'Avslag på kompletterande utkomststöd',
          'Decisions that refuse supplementary assistance',
        ],
        'events',
        ['decisionIssued'],
        { ...decided([DECISION], 'rejecting'), parts: ['supplementaryAssistance'] },
      ),
      measure(
        'supplementaryPersons',
        [
          'Henkilöitä, joille täydentävää toimeentulotukea myönnettiin',
          'Personer som beviljades kompletterande utkomststöd',
          'Persons granted supplementary assistance',
        ],
        'persons',
        ['decisionIssued'],
        { ...decided([DECISION]), parts: ['supplementaryAssistance'] },
      ),
      measure(
        'preventiveGranted',
        [
          'Ehkäisevästä toimeentulotuesta tehtyjä myönteisiä päätöksiä',
          'Bifallande beslut om förebyggande utkomststöd',
          'Decisions that grant preventive assistance',
        ],
        'events',
        ['decisionIssued'],
        { ...decided([DECISION]), parts: ['preventiveAssistance'] },
      ),
      measure(
        'preventiveRejected',
        [
          'Ehkäisevästä toimeentulotuesta tehtyjä kielteisiä päätöksiä',
          'Avslag på förebyggande utkomststöd',
          'Decisions that refuse preventive assistance',
        ],
        'events',
        ['decisionIssued'],
        { ...decided([DECISION], 'rejecting'), parts: ['preventiveAssistance'] },
      ),
      measure(
        'preventivePersons',
        [
          'Henkilöitä, joille ehkäisevää toimeentulotukea myönnettiin',
          'Personer som beviljades förebyggande utkomststöd',
          'Persons granted preventive assistance',
        ],
        'persons',
        ['decisionIssued'],
        { ...decided([DECISION]), parts: ['preventiveAssistance'] },
      ),
    ],
  },
];
