import type { FigureDefinition, Measure } from './figure-definition.ts';
import { measure } from './measure.ts';

const CHILDREN: Partial<Measure> = { serviceTasks: ['childWelfare'] };

/** What is counted of child welfare. */
export const CHILD_WELFARE: readonly FigureDefinition[] = [
  {
    id: 'childWelfareProcessingTimes',
    version: 1,
    title: {
      fi: 'Lastensuojelun käsittelyajat',
      sv: 'Handläggningstider i barnskyddet',
      en: 'Processing times of child welfare',
    },
    source:
      'THL: lastensuojelun määräaikojen seuranta (verkkolomake, summat hyvinvointialueittain); 417/2007 26 §; 1301/2014 36 §; 668/2008 5 §',
    unverified: {
      fi: 'Julkisista lähteistä ei selviä, halutaanko lomakkeelle arvioinnit niiden alkamispäivän vai asian vireilletulopäivän mukaan: tässä arviointi lasketaan sille jaksolle, jolla se aloitettiin tai valmistui. Arviointi, jolla ei ole lain määräaikaa, lasketaan erikseen eikä se kuulu mihinkään lomakkeen kenttään.',
      sv: 'Av offentliga källor framgår inte om blanketten avser bedömningarna enligt dagen då de inleddes eller då ärendet inkom: här räknas en bedömning till den period då den inleddes eller blev klar. En bedömning utan lagstadgad tidsfrist räknas för sig och hör inte till något fält i blanketten.',
      en: 'Whether the form wants the assessments by the day they began, or by the day the matter was received, is not said where it is public: here an assessment is counted in the period in which it was begun, or became ready. One without a time of the law is counted apart and goes into no field of the form.',
    },
    periods: ['halfYearFromApril'],
    dimensions: ['unit', 'municipality', 'month'],
    publishedBy: 'unit',
    measures: [
      measure(
        'begunInTime',
        [
          'Selvitys aloitettu 7 arkipäivässä',
          'Bedömningen inledd inom 7 vardagar',
          'Begun within 7 working days',
        ],
        'events',
        ['assessmentBegun'],
        { ...CHILDREN, inTime: true },
      ),
      measure(
        'begunLate',
        ['Selvitys aloitettu myöhemmin', 'Bedömningen inledd senare', 'Begun later'],
        'events',
        ['assessmentBegun'],
        { ...CHILDREN, inTime: false },
      ),
      measure(
        'begunWithoutTime',
        ['Aloitettu ilman määräaikaa', 'Inledd utan tidsfrist', 'Begun without a time of the law'],
        'events',
        ['assessmentBegun'],
        { ...CHILDREN, inTime: 'unsaid' },
      ),
      measure(
        'readyInTime',
        ['Selvitys valmis 3 kuukaudessa', 'Bedömningen klar inom 3 månader', 'Ready within 3 months'],
        'events',
        ['assessmentReady'],
        { ...CHILDREN, inTime: true },
      ),
      measure(
        'readyLate',
        ['Selvitys valmis myöhemmin', 'Bedömningen klar senare', 'Ready later'],
        'events',
        ['assessmentReady'],
        { ...CHILDREN, inTime: false },
      ),
      measure(
        'readyWithoutTime',
        ['Valmis ilman määräaikaa', 'Klar utan tidsfrist', 'Ready without a time of the law'],
        'events',
        ['assessmentReady'],
        { ...CHILDREN, inTime: 'unsaid' },
      ),
    ],
    collection: {
      recipient: 'thl',
      provision: '668/2008 5 §',
      of: 'halfYearFromApril',
      due: { month: 1, day: 17 },
    },
  },
  {
    id: 'childWelfareNotifications',
    version: 2,
    title: {
      fi: 'Lastensuojeluilmoitukset ja lapset',
      sv: 'Barnskyddsanmälningar och barn',
      en: 'Child welfare notifications and children',
    },
    source:
      'THL: lastensuojelu (ilmoitusten määrä, lasten määrä), vuosittain 15.2.; 417/2007 25 §, 25 a §, 25 c §; 668/2008 5 §',
    unverified: {
      fi: 'THL:n oman tiedonkeruun kentät eivät ole olleet julkisesti saatavilla: vuodesta 2027 tiedot saadaan Kannasta. Lapsi lasketaan ilmoituksen saapumispäivälle, milloin tahansa hänet on siihen liitetty.',
      sv: 'Fälten i THL:s egen insamling har inte varit offentligt tillgängliga: från 2027 fås uppgifterna ur Kanta. Ett barn räknas på den dag då anmälan inkom, när det än har kopplats till den.',
      en: 'The fields of THL’s own collection are not public here: it goes from Kanta from 2027 on. A child is counted on the day on which the notification arrived, whenever it was linked to it.',
    },
    periods: ['month', 'quarter', 'year'],
    dimensions: ['unit', 'municipality', 'code', 'month'],
    publishedBy: 'municipality',
    measures: [
      measure(
        'notifications',
        ['Ilmoituksia', 'Anmälningar', 'Notifications'],
        'events',
        ['matterReceived'],
        { codes: ['childWelfareNotification', 'anticipatoryNotification', 'assessmentRequest'] },
      ),
      measure(
        'children',
        ['Lapsia, joista on ilmoitettu', 'Barn som anmälningarna gäller', 'Children notified of'],
        'persons',
        ['matterLinked'],
        { codes: ['childWelfareNotification', 'anticipatoryNotification', 'assessmentRequest'] },
      ),
      measure(
        'becameClients',
        [
          'Lastensuojelun asiakkaiksi tulleita',
          'Barn som blev barnskyddsklienter',
          'Children who became clients of child welfare',
        ],
        'persons',
        ['assessmentReady'],
        { codes: ['childWelfareClient'] },
      ),
    ],
    collection: { recipient: 'thl', provision: '668/2008 5 §', of: 'year', due: { month: 2, day: 15 } },
  },
  {
    id: 'childWelfareServices',
    version: 2,
    title: {
      fi: 'Lastensuojelun avo-, sijais- ja jälkihuollon palvelut',
      sv: 'Barnskyddets öppenvård, vård utom hemmet och eftervård',
      en: 'Open care, substitute care and after-care of child welfare',
    },
    source:
      'THL: lastensuojelu (avohuolto kunnittain), vuosittain 15.2.; selosteet: avohuollon palvelujen määrä, sijaishuollon määrä; 417/2007 6–8 luku, 75 §; 668/2008 5 §',
    unverified: {
      fi: 'Sijaishuolto lasketaan palvelusta ja sen toteutumista ja päivät päättyneistä palveluista; sijoituspäätökset ovat lastensuojelun päätösten, sijoitusten ja toimenpiteiden luvuissa.',
      sv: 'Vård utom hemmet räknas enligt tjänsten och dess genomförande och dagarna enligt avslutade tjänster; besluten om placering finns bland besluten, placeringarna och åtgärderna i barnskyddet.',
      en: 'Substitute care is counted by the service and its deliveries, and its days by services that ended; the decisions on placements are in childWelfareMeasures.',
    },
    periods: ['month', 'quarter', 'year'],
    dimensions: ['unit', 'municipality', 'homeMunicipality', 'ageGroup', 'month'],
    publishedBy: 'municipality',
    givenBy: ['homeMunicipality', 'ageGroup'],
    measures: [
      measure(
        'openCareStarted',
        ['Alkaneita avohuollon palveluja', 'Inledda tjänster i öppenvården', 'Services of open care started'],
        'events',
        ['serviceStarted'],
        { codes: ['childWelfareOpenCare'] },
      ),
      measure(
        'openCarePersons',
        [
          'Avohuollon palveluja saaneita lapsia',
          'Barn med tjänster i öppenvården',
          'Children given open care',
        ],
        'persons',
        ['serviceStarted', 'serviceDelivered'],
        { codes: ['childWelfareOpenCare'] },
      ),
      measure(
        'substituteCareStarted',
        ['Alkaneita sijaishuoltoja', 'Inledd vård utom hemmet', 'Substitute care started'],
        'events',
        ['serviceStarted'],
        { codes: ['substituteCare'] },
      ),
      measure(
        'substituteCareDeliveries',
        ['Sijaishuollon toteutumia', 'Utföranden av vård utom hemmet', 'Deliveries of substitute care'],
        'events',
        ['serviceDelivered'],
        { codes: ['substituteCare'] },
      ),
      measure(
        'substituteCarePersons',
        ['Sijaishuollossa olleita lapsia', 'Barn i vård utom hemmet', 'Children in substitute care'],
        'persons',
        ['serviceStarted', 'serviceDelivered'],
        { codes: ['substituteCare'] },
      ),
      measure(
        'substituteCareEnded',
        ['Päättyneitä sijaishuoltoja', 'Avslutad vård utom hemmet', 'Substitute care ended'],
        'events',
        ['serviceEnded'],
        { codes: ['substituteCare'] },
      ),
      measure(
        'substituteCareDays',
        [
          'Päättyneiden sijaishuoltojen päiviä',
          'Dagar i avslutad vård utom hemmet',
          'Days of substitute care that ended',
        ],
        'days',
        ['serviceEnded'],
        { codes: ['substituteCare'] },
      ),
      measure(
        'afterCarePersons',
        ['Jälkihuoltoa saaneita', 'Personer i eftervård', 'Persons given after-care'],
        'persons',
        ['serviceStarted', 'serviceDelivered'],
        { codes: ['aftercare'] },
      ),
    ],
    collection: { recipient: 'thl', provision: '668/2008 5 §', of: 'year', due: { month: 2, day: 15 } },
  },
];
