import { ASSESSMENTS } from './definitions-of-assessments.ts';
import { ASSISTANCE } from './definitions-of-assistance.ts';
import { CHILD_WELFARE } from './definitions-of-children.ts';
import { FAMILY_LAW } from './definitions-of-family-law.ts';
import { MEASURES_OF_CHILD_WELFARE } from './definitions-of-measures.ts';
import { RIGHTS } from './definitions-of-rights.ts';
import { WORK } from './definitions-of-work.ts';
import type { FigureDefinition } from './figure-definition.ts';
import { DIMENSIONS_OF_PERSONS, DIMENSIONS_OF_WORK, measure, OWN_REPORTS } from './measure.ts';

/** What is counted, from facts that acts of this system write. Changed by a new version, never in place. */

const OWN: readonly FigureDefinition[] = [
  {
    id: 'servicesGiven',
    version: 2,
    title: {
      fi: 'Annetut palvelut ja niiden kattavuus',
      sv: 'Given service och dess täckning',
      en: 'Services given and their coverage',
    },
    source: 'Selosteet: annettujen palvelujen määrä ja kattavuus',
    unverified: {
      fi: 'Kattavuus tarkoittaa palvelua saaneita henkilöitä; alueen henkilömäärää ei tunneta tässä järjestelmässä.',
      sv: 'Täckningen avser personer som har fått service; hur många som finns i området är inte känt i detta system.',
      en: 'Coverage is the persons who were given a service; how many there are in the area is not known here.',
    },
    periods: OWN_REPORTS,
    dimensions: DIMENSIONS_OF_PERSONS,
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
    dimensions: DIMENSIONS_OF_WORK,
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
    version: 3,
    title: { fi: 'Päätökset tuloksen mukaan', sv: 'Beslut enligt resultat', en: 'Decisions by result' },
    source: 'Selosteet: päätökset; 434/2003 43–45, 50, 53 §',
    unverified: {
      fi: 'Uudelleen ratkaistusta asiasta lasketaan viimeinen päätös: ei virheellisenä poistettua eikä päätöstä, jonka tilalla on toinen. Oikaisuvaatimuksen johdosta muutettu tai tuomioistuimen kumoama tai palauttama päätös on annettu, ja se lasketaan, kunnes sen tilalla on toinen; muutoksenhaut lasketaan erikseen. Julkisista lähteistä ei selviä, kumpaa tiedonkeruu tarkoittaa.',
      sv: 'Av ett ärende som avgjorts på nytt räknas det sista beslutet: inte ett som undanröjts som felaktigt eller ersatts av ett annat. Ett beslut som ändrats efter omprövning eller upphävts eller återförvisats av domstol har meddelats och räknas tills ett annat står i dess ställe; ändringssökandena räknas för sig. Av offentliga källor framgår inte vilket en insamling avser.',
      en: 'Of a matter that was decided anew the last decision is counted: not one that was removed as erroneous, or that another stands in place of. What a review changed or a court annulled or returned was given, and is counted until another stands in its place; reviews and their outcomes are counted apart. No source here says which of them a collection wants.',
    },
    periods: OWN_REPORTS,
    dimensions: DIMENSIONS_OF_PERSONS,
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
];

export const DEFINITIONS: readonly FigureDefinition[] = [
  ...CHILD_WELFARE,
  ...MEASURES_OF_CHILD_WELFARE,
  ...FAMILY_LAW,
  ...ASSISTANCE,
  ...ASSESSMENTS,
  ...OWN,
  ...WORK,
  ...RIGHTS,
];

export const definitionOf = (id: string): FigureDefinition | undefined =>
  DEFINITIONS.find((definition) => definition.id === id);
