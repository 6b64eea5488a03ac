import type { FigureDefinition, Measure } from './figure-definition.ts';
import { decided, measure } from './measure.ts';
import { PLACING } from './placing.ts';

/** Rajoitustoimenpiteet sijaishuollossa (417/2007 luku 11), without the decisions that end one. */
const RESTRICTIONS = [
  '11009',
  '11010',
  '11012',
  '11014',
  '11019',
  '11021',
  '11032',
  '11033',
  '11036',
  '11056',
];

const issued = (id: string, title: readonly [string, string, string], kinds: readonly string[]): Measure =>
  measure(id, title, 'events', ['decisionIssued'], decided(kinds));

/** Decisions and measures of child welfare, and the services of the other collection by decision. */
export const MEASURES_OF_CHILD_WELFARE: readonly FigureDefinition[] = [
  {
    id: 'childWelfareMeasures',
    version: 2,
    title: {
      fi: 'Lastensuojelun päätökset, sijoitukset ja toimenpiteet',
      sv: 'Beslut, placeringar och åtgärder i barnskyddet',
      en: 'Decisions, placements and measures of child welfare',
    },
    source:
      'Selosteet: THL kerää tietoja päätöksistä, palveluista ja lastensuojelun toimenpiteistä avo- ja sijaishuollossa; 417/2007 37–38 a, 40–49, 61–73, 75 §',
    unverified: {
      fi: 'Sijoitus lasketaan alkaneeksi, kun päätöksen täytäntöönpanon ensimmäinen päivä on kirjattu; sijaishuoltopaikan lajia (perhehoito, laitos) ei kirjata missään vaiheessa. THL:n kentät eivät ole olleet julkisesti saatavilla. Päätös lasketaan kuten päätöksissä tuloksen mukaan.',
      sv: 'En placering räknas som inledd när den första dagen för verkställandet av beslutet har antecknats; platsens slag (familjevård, anstalt) antecknas inte i något skede. THL:s fält har inte varit offentligt tillgängliga. Ett beslut räknas som i besluten enligt resultat.',
      en: 'A placement is counted as begun where the first day of carrying out its decision was recorded; the kind of the place (foster family, institution) is told by no act. The fields of THL are not public here. A decision is counted as in decisionsByResult.',
    },
    periods: ['year', 'quarter', 'month'],
    dimensions: ['unit', 'municipality', 'homeMunicipality', 'ageGroup', 'month'],
    publishedBy: 'municipality',
    givenBy: ['homeMunicipality', 'ageGroup'],
    measures: [
      issued(
        'openCareDecisions',
        [
          'Päätöksiä avohuollon tukitoimista',
          'Beslut om stödåtgärder i öppenvården',
          'Decisions on open care support',
        ],
        ['11002'],
      ),
      issued(
        'openPlacements',
        ['Avohuollon sijoituksia', 'Placeringar inom öppenvården', 'Placements in open care'],
        ['11030'],
      ),
      issued(
        'urgentPlacements',
        ['Kiireellisiä sijoituksia', 'Brådskande placeringar', 'Urgent placements'],
        ['11027'],
      ),
      issued(
        'urgentExtended',
        [
          'Jatkettuja kiireellisiä sijoituksia',
          'Förlängda brådskande placeringar',
          'Urgent placements extended',
        ],
        ['11025'],
      ),
      issued(
        'takenIntoCare',
        [
          'Viranhaltijan päättämiä huostaanottoja',
          'Omhändertaganden enligt tjänsteinnehavares beslut',
          'Takings into care decided by an official',
        ],
        ['11023'],
      ),
      issued(
        'takenIntoCareByCourt',
        [
          'Tuomioistuimen päättämiä huostaanottoja',
          'Omhändertaganden enligt domstolens beslut',
          'Takings into care decided by a court',
        ],
        ['11061'],
      ),
      issued(
        'placeChanged',
        ['Sijaishuoltopaikan muutoksia', 'Byten av plats för vård utom hemmet', 'Changes of place'],
        ['11042'],
      ),
      issued(
        'careEnded',
        ['Huostassapidon lopettamisia', 'Avslutade omhändertaganden', 'Care ended'],
        ['11024'],
      ),
      issued(
        'contactRestrictions',
        ['Yhteydenpidon rajoituksia', 'Begränsningar i kontakter', 'Restrictions of contact'],
        ['11050'],
      ),
      issued(
        'restrictions',
        ['Rajoitustoimenpiteitä', 'Begränsningsåtgärder', 'Restrictive measures'],
        RESTRICTIONS,
      ),
      issued(
        'afterCareDecisions',
        ['Päätöksiä jälkihuollosta', 'Beslut om eftervård', 'Decisions on after-care'],
        ['11035'],
      ),
      measure(
        'placementsBegun',
        ['Alkaneita sijoituksia', 'Inledda placeringar', 'Placements begun'],
        'events',
        ['decisionBegun'],
        { codes: PLACING },
      ),
      measure(
        'childrenPlaced',
        ['Sijoitettuja lapsia', 'Placerade barn', 'Children placed'],
        'persons',
        ['decisionBegun'],
        { codes: PLACING },
      ),
    ],
  },
  {
    id: 'rehabilitativeWork',
    version: 1,
    title: {
      fi: 'Kuntouttava työtoiminta',
      sv: 'Arbetsverksamhet i rehabiliteringssyfte',
      en: 'Rehabilitative work',
    },
    source: '189/2001 13 b, 14, 24 §',
    unverified: {
      fi: 'Läsnäolopäivä on päivinä kirjattu toteutuma: käynteinä tai tunteina kirjatuista ei synny päiviä. Poissaoloja ja niiden syitä ei kirjata missään vaiheessa.',
      sv: 'En närvarodag är ett genomförande som antecknats i dagar: av besök eller timmar blir inga dagar. Frånvaro och dess orsaker antecknas inte i något skede.',
      en: 'A day of attendance is a delivery recorded in days: who records visits or hours has no days here. Absences and their reasons are told by no act.',
    },
    periods: ['month', 'quarter', 'year'],
    dimensions: ['unit', 'municipality', 'homeMunicipality', 'ageGroup', 'month'],
    publishedBy: 'municipality',
    measures: [
      measure(
        'started',
        ['Alkaneita jaksoja', 'Inledda perioder', 'Periods started'],
        'events',
        ['serviceStarted'],
        { codes: ['rehabilitativeWork'] },
      ),
      measure(
        'ended',
        ['Päättyneitä jaksoja', 'Avslutade perioder', 'Periods ended'],
        'events',
        ['serviceEnded'],
        { codes: ['rehabilitativeWork'] },
      ),
      measure(
        'days',
        ['Osallistumispäiviä', 'Deltagardagar', 'Days of attendance'],
        'days',
        ['serviceDelivered'],
        { codes: ['rehabilitativeWork'] },
      ),
      measure(
        'persons',
        ['Osallistuneita henkilöitä', 'Deltagare', 'Persons who attended'],
        'persons',
        ['serviceStarted', 'serviceDelivered'],
        { codes: ['rehabilitativeWork'] },
      ),
    ],
  },
];
