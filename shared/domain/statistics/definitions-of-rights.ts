import type { FigureDefinition } from './figure-definition.ts';
import { measure } from './measure.ts';

const ONCE_A_YEAR: FigureDefinition['periods'] = ['year', 'quarter', 'month'];

/** What is counted of the rights of those whose data are held, and of what becomes of the data. */
export const RIGHTS: readonly FigureDefinition[] = [
  {
    id: 'dataSubjectRequests',
    version: 1,
    title: {
      fi: 'Rekisteröidyn pyynnöt',
      sv: 'De registrerades begäranden',
      en: 'Requests of data subjects',
    },
    source: '(EU) 2016/679 12–22 art.; 621/1999 11, 14 §; 703/2023 52 §; 812/2000 23 §',
    ofNoUnit: true,
    periods: ONCE_A_YEAR,
    dimensions: ['code', 'month'],
    publishedBy: 'code',
    measures: [
      measure('received', ['Saapuneita pyyntöjä', 'Inkomna begäranden', 'Requests received'], 'events', [
        'subjectRequestReceived',
      ]),
      measure('decided', ['Ratkaistuja pyyntöjä', 'Avgjorda begäranden', 'Requests decided'], 'events', [
        'subjectRequestDecided',
      ]),
      measure('extended', ['Jatkettuja määräaikoja', 'Förlängda tidsfrister', 'Times extended'], 'events', [
        'subjectRequestExtended',
      ]),
      measure(
        'answeredInTime',
        ['Määräajassa vastattuja', 'Besvarade inom tidsfristen', 'Answered in time'],
        'events',
        ['subjectRequestAnswered'],
        { inTime: true },
      ),
      measure(
        'answeredLate',
        ['Myöhässä vastattuja', 'Besvarade för sent', 'Answered late'],
        'events',
        ['subjectRequestAnswered'],
        { inTime: false },
      ),
      measure(
        'answerDays',
        ['Vastausaikojen päiviä yhteensä', 'Dagar till svar sammanlagt', 'Days until the answers in all'],
        'days',
        ['subjectRequestAnswered'],
      ),
      measure(
        'withdrawn',
        ['Peruutettuja pyyntöjä', 'Återtagna begäranden', 'Requests withdrawn'],
        'events',
        ['subjectRequestWithdrawn'],
      ),
    ],
  },
  {
    id: 'logQuestions',
    version: 1,
    title: {
      fi: 'Lokitietopyynnöt ja väärinkäyttöepäilyt',
      sv: 'Begäranden om logguppgifter och misstankar om missbruk',
      en: 'Requests for log data and suspicions of misuse',
    },
    source: '703/2023 11 §',
    ofNoUnit: true,
    periods: ONCE_A_YEAR,
    dimensions: ['code', 'month'],
    publishedBy: 'code',
    measures: [
      measure('received', ['Saapuneita pyyntöjä', 'Inkomna begäranden', 'Requests received'], 'events', [
        'logRequestReceived',
      ]),
      measure(
        'answeredInTime',
        ['Määräajassa vastattuja', 'Besvarade inom tidsfristen', 'Answered in time'],
        'events',
        ['logRequestAnswered'],
        { inTime: true },
      ),
      measure(
        'answeredLate',
        ['Myöhässä vastattuja', 'Besvarade för sent', 'Answered late'],
        'events',
        ['logRequestAnswered'],
        { inTime: false },
      ),
      measure(
        'answerDays',
        ['Vastausaikojen päiviä yhteensä', 'Dagar till svar sammanlagt', 'Days until the answers in all'],
        'days',
        ['logRequestAnswered'],
      ),
      measure(
        'withdrawn',
        ['Peruutettuja pyyntöjä', 'Återtagna begäranden', 'Requests withdrawn'],
        'events',
        ['logRequestWithdrawn'],
      ),
      measure(
        'suspected',
        ['Väärinkäyttöepäilyjä', 'Misstankar om missbruk', 'Suspicions of misuse'],
        'events',
        ['misuseSuspected'],
      ),
      // No measure is a part of another: what is few could be subtracted (docs/decisions/0093).
      measure(
        'lawful',
        ['Lainmukaisiksi todettuja käyttöjä', 'Användningar som konstaterats lagenliga', 'Uses found lawful'],
        'events',
        ['misuseExplained'],
        { codes: ['lawful'] },
      ),
      measure(
        'unlawful',
        [
          'Lainvastaisiksi todettuja käyttöjä',
          'Användningar som konstaterats lagstridiga',
          'Uses found unlawful',
        ],
        'events',
        ['misuseExplained'],
        { codes: ['unlawful'] },
      ),
      measure(
        'notEstablished',
        ['Selvittämättä jääneitä käyttöjä', 'Användningar som inte kunnat utredas', 'Uses not established'],
        'events',
        ['misuseExplained'],
        { codes: ['notEstablished'] },
      ),
    ],
  },
  {
    id: 'retentionRuns',
    version: 1,
    title: {
      fi: 'Hävittäminen ja arkistointi',
      sv: 'Förstöring och arkivering',
      en: 'Disposal and archiving',
    },
    source: '703/2023 liite; 831/1994',
    unverified: {
      fi: 'Arkistolaista (831/1994) ei ole tarkistettu, mitä pysyvästi säilytettävästä aineistosta on tilastoitava.',
      sv: 'Arkivlagen (831/1994) har inte granskats med tanke på vad som ska räknas av det material som förvaras varaktigt.',
      en: 'The Archives Act (831/1994) was not read for what is to be counted of what is kept for good.',
    },
    ofNoUnit: true,
    periods: ONCE_A_YEAR,
    dimensions: ['code', 'serviceTask', 'month'],
    publishedBy: 'serviceTask',
    measures: [
      measure(
        'listsApproved',
        ['Hyväksyttyjä hävitysesityksiä', 'Godkända förstöringsförslag', 'Disposal lists approved'],
        'events',
        ['disposalApproved'],
      ),
      measure('unitsDestroyed', ['Hävitettyjä yksiköitä', 'Förstörda enheter', 'Units destroyed'], 'events', [
        'disposalUnitDestroyed',
      ]),
      measure(
        'unitsPackaged',
        ['Siirtopaketteja arkistoon', 'Överföringspaket till arkivet', 'Packages made for the archive'],
        'events',
        ['disposalUnitPackaged'],
      ),
      measure(
        'unitsArchived',
        [
          'Arkiston vastaanottamia paketteja',
          'Paket som arkivet tagit emot',
          'Packages that the archive received',
        ],
        'events',
        ['disposalUnitArchived'],
      ),
      measure(
        'unitsKept',
        ['Toistaiseksi säilytettyjä yksiköitä', 'Enheter som bevaras tills vidare', 'Units kept for now'],
        'events',
        ['disposalUnitKept'],
      ),
      measure(
        'unitsHeldBack',
        ['Hävittämiseltä pidätettyjä yksiköitä', 'Enheter som undantagits', 'Units held back'],
        'events',
        ['disposalHeldBack'],
      ),
    ],
  },
];
