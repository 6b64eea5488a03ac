import type { FigureDefinition } from './figure-definition.ts';
import { decided, measure } from './measure.ts';

/** What is counted of the work of the child welfare supervisor (lastenvalvoja). */
export const FAMILY_LAW: readonly FigureDefinition[] = [
  {
    id: 'familyLaw',
    version: 2,
    title: {
      fi: 'Perheoikeudelliset palvelut',
      sv: 'Familjerättsliga tjänster',
      en: 'Family law services',
    },
    source:
      'THL: perheoikeudelliset palvelut, vuosittain; seloste: lastenvalvojan työn tilastointi; 361/1983; 704/1975; 775/2022',
    unverified: {
      fi: 'THL:n lomakkeen kentät ja viimeinen päivä eivät ole olleet julkisesti saatavilla: luvut muodostetaan vuoden päätyttyä ja lasketaan kuukauden ajan uudelleen. Huoltoa, asumista, tapaamista tai tiedonsaantia koskeva sopimus lasketaan sen mukaan, mitä siihen on merkitty, ja jokainen laji erikseen. Elatusavun euroluokkia, sopimuksen uutuutta tai muutosta sekä ennen syntymää tunnustettua tai tuomioistuimen vahvistamaa vanhemmuutta ei kirjata missään vaiheessa. Päätös lasketaan kuten päätöksissä tuloksen mukaan.',
      sv: 'Fälten i THL:s blankett och dess sista dag har inte varit offentligt tillgängliga: siffrorna bildas när året är slut och räknas om under en månad. Ett avtal om vårdnad, boende, umgänge eller rätt till information räknas enligt det som kryssats i, och varje slag för sig. Underhållsbidragets euroklasser, om avtalet är nytt eller ändrat och föräldraskap som erkänts före födelsen eller fastställts av domstol antecknas inte i något skede. Ett beslut räknas som i besluten enligt resultat.',
      en: 'The fields of THL’s form and its last day are not public here: the figures are made once the year is over, and counted anew for a month. An agreement of custody, residence, access or information is counted by what it ticks, and each of its kinds by itself. Euro classes of maintenance, whether an agreement is new or changed, and parenthood acknowledged before the birth or confirmed by a court are told by no act. A decision is counted as in decisionsByResult.',
    },
    periods: ['year', 'quarter', 'month'],
    dimensions: ['unit', 'municipality', 'month'],
    publishedBy: 'municipality',
    givenBy: ['month'],
    measures: [
      measure(
        'custodyAgreements',
        ['Sopimuksia lapsen huollosta', 'Avtal om vårdnad', 'Agreements on custody'],
        'events',
        ['documentFinalised'],
        { parts: ['custody'] },
      ),
      measure(
        'residenceAgreements',
        ['Sopimuksia lapsen asumisesta', 'Avtal om boende', 'Agreements on residence'],
        'events',
        ['documentFinalised'],
        { parts: ['residence'] },
      ),
      measure(
        'accessAgreements',
        ['Sopimuksia tapaamisoikeudesta', 'Avtal om umgängesrätt', 'Agreements on access'],
        'events',
        ['documentFinalised'],
        { parts: ['access'] },
      ),
      measure(
        'informationAgreements',
        ['Sopimuksia tiedonsaantioikeudesta', 'Avtal om rätt till information', 'Agreements on information'],
        'events',
        ['documentFinalised'],
        { parts: ['information'] },
      ),
      measure(
        'custodyConfirmed',
        [
          'Vahvistettuja huolto- ja tapaamissopimuksia',
          'Fastställda avtal om vårdnad och umgänge',
          'Agreements on custody and access confirmed',
        ],
        'events',
        ['decisionIssued'],
        decided(['11022']),
      ),
      measure(
        'custodyNotConfirmed',
        [
          'Vahvistamatta jätettyjä huolto- ja tapaamissopimuksia',
          'Avtal om vårdnad och umgänge som inte fastställts',
          'Agreements on custody and access not confirmed',
        ],
        'events',
        ['decisionIssued'],
        decided(['11022'], 'rejecting'),
      ),
      measure(
        'maintenanceAgreements',
        ['Lapsen elatussopimuksia', 'Avtal om underhåll för barn', 'Agreements on maintenance of a child'],
        'events',
        ['documentFinalised'],
        { parts: ['maintenance'] },
      ),
      measure(
        'maintenanceConfirmed',
        [
          'Vahvistettuja lapsen elatussopimuksia',
          'Fastställda avtal om underhåll för barn',
          'Agreements on maintenance of a child confirmed',
        ],
        'events',
        ['decisionIssued'],
        decided(['11018']),
      ),
      measure(
        'maintenanceNotConfirmed',
        [
          'Vahvistamatta jätettyjä lapsen elatussopimuksia',
          'Avtal om underhåll för barn som inte fastställts',
          'Agreements on maintenance of a child not confirmed',
        ],
        'events',
        ['decisionIssued'],
        decided(['11018'], 'rejecting'),
      ),
      measure(
        'spouseMaintenanceConfirmed',
        [
          'Vahvistettuja puolison elatussopimuksia',
          'Fastställda avtal om underhåll för make',
          'Agreements on maintenance of a spouse confirmed',
        ],
        'events',
        ['decisionIssued'],
        decided(['11038']),
      ),
      measure(
        'acknowledgements',
        [
          'Vanhemmuuden tunnustamisia syntymän jälkeen',
          'Erkännanden av föräldraskap efter födseln',
          'Parenthood acknowledged after the birth',
        ],
        'events',
        ['documentFinalised'],
        { parts: ['acknowledgement'] },
      ),
      measure(
        'parenthoodRecords',
        [
          'Pöytäkirjoja vanhemmuuden selvittämisestä',
          'Protokoll över utredning av föräldraskap',
          'Records of the determination of parenthood',
        ],
        'events',
        ['documentFinalised'],
        { parts: ['parenthoodRecord'] },
      ),
      measure(
        'maternityRecords',
        [
          'Pöytäkirjoja äitiyden selvittämisestä',
          'Protokoll över utredning av moderskap',
          'Records of the determination of maternity',
        ],
        'events',
        ['documentFinalised'],
        { parts: ['maternityRecord'] },
      ),
      measure(
        'parenthoodSuspended',
        [
          'Keskeytettyjä vanhemmuuden selvittämisiä',
          'Avbrutna utredningar av föräldraskap',
          'Determinations of parenthood suspended',
        ],
        'events',
        ['decisionIssued'],
        decided(['11062']),
      ),
    ],
    collection: { recipient: 'thl', provision: '668/2008 5 §', of: 'year' },
  },
];
