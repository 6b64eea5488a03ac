import { always, type NoticeSentence, once, type SectionOfNotice, when } from '../facts.ts';
import { AND, OR, strungOf } from '../strung.ts';
import { FIGURES_FOR, FIGURES_TO, GRANTORS, PAYMENT_ROUTES, REGULARLY } from '../words.ts';
import { BY_CONSENT } from './consent.ts';
import { BY_PRODUCERS } from './producers.ts';

/** To whom data go ((EU) 2016/679, 13(1)(e)–(f)). */

/** Of what is done with money nothing is built: it is said that it is done outside this system, and no more (C-35, C-36). */
const BY_HAND: readonly NoticeSentence[] = [
  {
    id: 'recipients.paymentsApart',
    by: 'words',
    text: {
      fi: 'Maksatus hoidetaan tämän järjestelmän ulkopuolella ({route}): järjestelmä ei itse välitä maksatustietoja.',
      sv: 'Utbetalningar sköts utanför detta system ({route}): systemet förmedlar inte självt några betalningsuppgifter.',
      en: 'Payments are made outside this system ({route}): the system itself passes on no data of payments.',
    },
    said: ({ settings: { payments }, enforced }, language) =>
      payments.route === 'off' || enforced.parts.includes('payments')
        ? []
        : [{ route: PAYMENT_ROUTES[payments.route][language] }],
  },
  {
    id: 'recipients.recoveryApart',
    by: 'words',
    text: {
      fi: 'Maksettuja etuuksia peritään takaisin tämän järjestelmän ulkopuolella.',
      sv: 'Utbetalda förmåner återkrävs utanför detta system.',
      en: 'What was paid is recovered outside this system.',
    },
    said: when(
      ({ settings, enforced }) => settings.payments.recovery && !enforced.parts.includes('payments'),
    ),
  },
  {
    id: 'recipients.invoicing',
    by: 'invoicing',
    text: {
      fi: 'Asiakasmaksut laskutetaan tämän järjestelmän tiedoista.',
      sv: 'Klientavgifter faktureras utifrån uppgifterna i detta system.',
      en: 'Client fees are invoiced from the data of this system.',
    },
    said: when(({ settings }) => settings.invoicing.enabled),
  },
  {
    id: 'recipients.invoicingApart',
    by: 'words',
    text: {
      fi: 'Asiakasmaksut laskutetaan tämän järjestelmän ulkopuolella.',
      sv: 'Klientavgifter faktureras utanför detta system.',
      en: 'Client fees are invoiced outside this system.',
    },
    said: when(
      ({ settings, enforced }) => settings.invoicing.enabled && !enforced.parts.includes('invoicing'),
    ),
  },
];

export const RECIPIENTS: readonly SectionOfNotice[] = [
  {
    id: 'recipients',
    title: { fi: 'Tietojen luovuttaminen', sv: 'Utlämnande av uppgifter', en: 'Disclosure of data' },
    sentences: [
      {
        id: 'recipients.gate',
        by: 'disclosuresGated',
        text: {
          fi: 'Tietoja luovutetaan vain yksilöidyn pyynnön ja nimetyn perusteen nojalla.',
          sv: 'Uppgifter lämnas ut endast på specificerad begäran och på en namngiven grund.',
          en: 'Data are disclosed only on an individualised request and a named ground.',
        },
        said: when(({ settings }) => settings.disclosure.requestForm === 'any'),
      },
      {
        id: 'recipients.gateWritten',
        by: 'disclosuresGated',
        text: {
          fi: 'Tietoja luovutetaan vain yksilöidyn kirjallisen pyynnön ja nimetyn perusteen nojalla.',
          sv: 'Uppgifter lämnas ut endast på specificerad skriftlig begäran och på en namngiven grund.',
          en: 'Data are disclosed only on an individualised written request and a named ground.',
        },
        said: when(({ settings }) => settings.disclosure.requestForm === 'written'),
      },
      {
        id: 'recipients.authorities',
        by: 'disclosuresGated',
        text: {
          fi: 'Tietoja luovutetaan vain viranomaiselle, jolla on lakiin perustuva oikeus saada niitä.',
          sv: 'Uppgifter lämnas ut endast till en myndighet som enligt lag har rätt att få dem.',
          en: 'Data are disclosed only to an authority that is entitled to them by law.',
        },
        said: when(({ settings }) => settings.disclosure.recipients === 'authorityOnly'),
      },
      {
        id: 'recipients.entitled',
        by: 'disclosuresGated',
        text: {
          fi: 'Tietoja luovutetaan niille, joilla on lakiin perustuva oikeus saada niitä.',
          sv: 'Uppgifter lämnas ut till dem som enligt lag har rätt att få dem.',
          en: 'Data are disclosed to those who are entitled to them by law.',
        },
        said: when(({ settings }) => settings.disclosure.recipients === 'anyEntitled'),
      },
      ...BY_CONSENT,
      {
        id: 'recipients.activationPlan',
        by: 'disclosuresGated',
        text: {
          fi: 'Aktivointisuunnitelman laatimiseen osallistuvat antavat toisilleen siinä tarvittavat tiedot (189/2001 12 §).',
          sv: 'De som deltar i att utarbeta en aktiveringsplan ger varandra de uppgifter som behövs (189/2001 12 §).',
          en: 'Those who draw up an activation plan give each other the data it needs (189/2001 § 12).',
        },
        said: when(({ settings }) => settings.disclosure.activationPlanExchange),
      },
      {
        id: 'recipients.noMarketing',
        by: 'disclosuresGated',
        text: {
          fi: 'Tietoja ei luovuteta suoramarkkinointiin.',
          sv: 'Uppgifter lämnas inte ut för direktmarknadsföring.',
          en: 'No data are disclosed for direct marketing.',
        },
        said: always,
      },
      {
        id: 'recipients.regular',
        by: 'words',
        text: {
          fi: 'Tietojen säännönmukainen luovutus: {regular}.',
          sv: 'Regelmässigt utlämnande av uppgifter: {regular}.',
          en: 'Regular disclosure of data: {regular}.',
        },
        said: ({ settings: { disclosure } }, language) =>
          disclosure.regular === 'notStated' ? [] : [{ regular: REGULARLY[disclosure.regular][language] }],
      },
      {
        id: 'recipients.guidance',
        by: 'words',
        text: {
          fi: 'Luovutuksia ohjaava lainsäädäntö ja määräykset: {guidance}.',
          sv: 'Lagstiftning och föreskrifter som styr utlämnandet: {guidance}.',
          en: 'Legislation and orders that guide disclosures: {guidance}.',
        },
        said: ({ settings }) => once('guidance', settings.disclosure.guidance.join('; ')),
      },
      ...BY_PRODUCERS,
      {
        id: 'recipients.research',
        by: 'researchByPermit',
        text: {
          fi: 'Tutkimukseen tietoja annetaan vain tutkimusluvalla, jonka myöntää {grantors}.',
          sv: 'För forskning lämnas uppgifter ut endast med forskningstillstånd, som beviljas av {grantors}.',
          en: 'For research data are given only by a permit, granted by {grantors}.',
        },
        said: ({ settings }, language) =>
          once('grantors', strungOf(GRANTORS, settings.research.permitGrantors, OR, language)),
      },
      {
        id: 'recipients.statistics',
        by: 'statistics',
        text: {
          fi: 'Tilastotietoja annetaan laissa säädetyn perusteen nojalla {recipients}.',
          sv: 'Statistiska uppgifter lämnas med stöd av lag till {recipients}.',
          en: 'Figures are given by provisions of law to {recipients}.',
        },
        said: ({ settings }, language) =>
          once('recipients', strungOf(FIGURES_TO, settings.statistics.recipients, AND, language)),
      },
      {
        id: 'recipients.ownFigures',
        by: 'statistics',
        text: {
          fi: 'Tilastoja lasketaan myös rekisterinpitäjän omaan käyttöön: {uses}.',
          sv: 'Statistik görs också för den personuppgiftsansvarigas eget bruk: {uses}.',
          en: 'Figures are counted for the controller’s own use as well: {uses}.',
        },
        said: ({ settings }, language) =>
          once('uses', strungOf(FIGURES_FOR, settings.statistics.ownUses, AND, language)),
      },
      {
        id: 'recipients.payments',
        by: 'payments',
        text: {
          fi: 'Maksatustiedot välitetään pankille ja kirjanpitoon.',
          sv: 'Betalningsuppgifter förmedlas till banken och bokföringen.',
          en: 'Data on payments are passed to the bank and the ledger.',
        },
        said: when(({ settings }) => settings.payments.route !== 'off'),
      },
      ...BY_HAND,
    ],
  },
  {
    id: 'transfer',
    title: {
      fi: 'Siirto EU:n tai ETA:n ulkopuolelle',
      sv: 'Överföring utanför EU eller EES',
      en: 'Transfer outside the EU and the EEA',
    },
    sentences: [
      {
        id: 'transfer.never',
        by: 'disclosuresGated',
        text: {
          fi: 'Henkilötietoja ei siirretä EU:n tai ETA:n ulkopuolelle.',
          sv: 'Personuppgifter överförs inte utanför EU eller EES.',
          en: 'Personal data are not transferred outside the EU or the EEA.',
        },
        said: when(({ settings }) => settings.transfer.thirdCountry === 'never'),
      },
      {
        id: 'transfer.articles',
        by: 'disclosuresGated',
        text: {
          fi: 'Jos tietoja on tarve siirtää EU:n tai ETA:n ulkopuolelle, sovelletaan tietosuoja-asetuksen 44–46 artikloja ja siirron peruste kirjataan.',
          sv: 'Om uppgifter behöver överföras utanför EU eller EES tillämpas artiklarna 44–46 i dataskyddsförordningen och grunden för överföringen antecknas.',
          en: 'Where data must be transferred outside the EU or the EEA, articles 44 to 46 of the GDPR apply and the ground is recorded.',
        },
        said: when(({ settings }) => settings.transfer.thirdCountry === 'articles44to46'),
      },
      {
        id: 'transfer.hosting',
        by: 'europeOnly',
        text: {
          fi: 'Järjestelmän tietovarastot ovat Euroopan unionissa.',
          sv: 'Systemets datalager finns i Europeiska unionen.',
          en: 'The stores of the system are in the European Union.',
        },
        said: always,
      },
    ],
  },
];
