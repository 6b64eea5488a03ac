import type { FigureDefinition, Measure } from './figure-definition.ts';
import { DIMENSIONS_OF_WORK, measure, OWN_REPORTS } from './measure.ts';

const within = (
  id: string,
  title: readonly [string, string, string],
  kind: 'assessmentBegun' | 'assessmentReady',
  inTime: NonNullable<Measure['inTime']>,
): Measure => measure(id, title, 'events', [kind], { inTime });

/** Palvelutarpeen arvioinnit of all service tasks: begun and ready, and whether within the times of the law. */
export const ASSESSMENTS: readonly FigureDefinition[] = [
  {
    id: 'assessmentTimes',
    version: 1,
    title: {
      fi: 'Palvelutarpeen arvioinnit ja niiden määräajat',
      sv: 'Bedömningar av servicebehovet och deras tidsfrister',
      en: 'Assessments of service needs and their times',
    },
    source: '1301/2014 36 §; 417/2007 26 §',
    unverified: {
      fi: 'Arviointi lasketaan sille jaksolle, jolla se aloitettiin tai valmistui. Arviointi, jolla ei ole lain määräaikaa, lasketaan erikseen.',
      sv: 'En bedömning räknas till den period då den inleddes eller blev klar. En bedömning utan lagstadgad tidsfrist räknas för sig.',
      en: 'An assessment is counted in the period in which it was begun, or became ready. One without a time of the law is counted apart.',
    },
    periods: OWN_REPORTS,
    dimensions: DIMENSIONS_OF_WORK,
    publishedBy: 'serviceTask',
    measures: [
      within(
        'begunInTime',
        ['Aloitettu määräajassa', 'Inledda inom tidsfristen', 'Begun in time'],
        'assessmentBegun',
        true,
      ),
      within('begunLate', ['Aloitettu myöhässä', 'Inledda för sent', 'Begun late'], 'assessmentBegun', false),
      within(
        'begunWithoutTime',
        ['Aloitettu ilman määräaikaa', 'Inledda utan tidsfrist', 'Begun without a time of the law'],
        'assessmentBegun',
        'unsaid',
      ),
      within(
        'readyInTime',
        ['Valmistunut määräajassa', 'Klara inom tidsfristen', 'Ready in time'],
        'assessmentReady',
        true,
      ),
      within('readyLate', ['Valmistunut myöhässä', 'Klara för sent', 'Ready late'], 'assessmentReady', false),
      within(
        'readyWithoutTime',
        ['Valmistunut ilman määräaikaa', 'Klara utan tidsfrist', 'Ready without a time of the law'],
        'assessmentReady',
        'unsaid',
      ),
      measure(
        'readyDays',
        [
          'Päiviä asian avaamisesta arvioinnin valmistumiseen yhteensä',
          'Dagar från att ärendet öppnats till att bedömningen blev klar sammanlagt',
          'Days from the opening of the case until ready in all',
        ],
        'days',
        ['assessmentReady'],
      ),
      measure(
        'notMade',
        ['Arvioinnit, joita ei tehty', 'Bedömningar som inte gjorts', 'Assessments not made'],
        'events',
        ['assessmentNotMade'],
      ),
    ],
  },
];
