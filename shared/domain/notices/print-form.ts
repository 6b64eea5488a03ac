import * as z from 'zod';
import type { LayoutNode, Print, Row } from '../../documents/render/layout.ts';
import { shownText } from '../../documents/render/shown-text.ts';
import { shownTime } from '../../documents/render/shown-time.ts';
import type { Sentence } from '../../kernel/finding.ts';
import type { Instant } from '../../kernel/instant.ts';
import { joined, type NoticeFacts } from './facts.ts';
import { OR, strungOf } from './strung.ts';
import { FORMS, OFFICES, within } from './words-of-requests.ts';

/** Lomakkeet: blank forms of requests, with the controller's own data on them. In Finnish and Swedish; the Swedish is unreviewed. */

export const FormKind = z.enum(['inspection', 'rectification', 'erasure', 'logData']);
export type FormKind = z.infer<typeof FormKind>;
export type FormLanguage = 'fi' | 'sv';

type Said = Pick<Sentence, FormLanguage>;

const TITLES: Readonly<Record<FormKind, Said>> = {
  inspection: { fi: 'Henkilötietojen tarkastuspyyntö', sv: 'Begäran om insyn i personuppgifter' },
  rectification: { fi: 'Henkilötietojen oikaisupyyntö', sv: 'Begäran om rättelse av personuppgifter' },
  erasure: { fi: 'Henkilötietojen poistamispyyntö', sv: 'Begäran om radering av personuppgifter' },
  logData: { fi: 'Lokitietopyyntö', sv: 'Begäran om logguppgifter' },
};

const LAWS: Readonly<Record<FormKind, Said>> = {
  inspection: {
    fi: 'Tietosuoja-asetus (EU) 2016/679, 15 artikla',
    sv: 'Dataskyddsförordningen (EU) 2016/679, artikel 15',
  },
  rectification: {
    fi: 'Tietosuoja-asetus (EU) 2016/679, 16 artikla',
    sv: 'Dataskyddsförordningen (EU) 2016/679, artikel 16',
  },
  erasure: {
    fi: 'Tietosuoja-asetus (EU) 2016/679, 17 artikla',
    sv: 'Dataskyddsförordningen (EU) 2016/679, artikel 17',
  },
  logData: { fi: 'Laki 703/2023, 11 §', sv: 'Lag 703/2023, 11 §' },
};

/** What is asked, with as many lines to write on as it takes. */
const ASKED: Readonly<Record<FormKind, readonly (Said & { lines?: number })[]>> = {
  inspection: [
    { fi: 'Mitä tietoja pyydän', sv: 'Vilka uppgifter jag begär', lines: 3 },
    { fi: 'Miltä ajalta', sv: 'För vilken tid' },
    { fi: 'Miten haluan tiedot', sv: 'Hur jag vill ha uppgifterna' },
  ],
  rectification: [
    { fi: 'Virheellinen tieto', sv: 'Den felaktiga uppgiften', lines: 2 },
    { fi: 'Oikea tieto', sv: 'Den riktiga uppgiften', lines: 2 },
    { fi: 'Perustelut', sv: 'Motivering', lines: 2 },
  ],
  erasure: [
    { fi: 'Mitkä tiedot pyydän poistamaan', sv: 'Vilka uppgifter jag begär att få raderade', lines: 3 },
    { fi: 'Perustelut', sv: 'Motivering', lines: 3 },
  ],
  logData: [
    { fi: 'Miltä ajalta', sv: 'För vilken tid' },
    {
      fi: 'Erityinen syy, jos pyydän kahta vuotta vanhempia tietoja',
      sv: 'Särskilt skäl, om jag begär uppgifter som är äldre än två år',
      lines: 3,
    },
  ],
};

const PERSON: readonly Said[] = [
  { fi: 'Nimi', sv: 'Namn' },
  { fi: 'Henkilötunnus', sv: 'Personbeteckning' },
  { fi: 'Osoite', sv: 'Adress' },
  { fi: 'Puhelin tai sähköposti', sv: 'Telefon eller e-post' },
];
const SIGNED: readonly Said[] = [
  { fi: 'Paikka ja päiväys', sv: 'Ort och datum' },
  { fi: 'Allekirjoitus ja nimenselvennys', sv: 'Underskrift och namnförtydligande' },
];
const WORDS = {
  to: { fi: 'Vastaanottaja', sv: 'Mottagare' },
  law: { fi: 'Oikeus perustuu', sv: 'Rätten grundar sig på' },
  ways: { fi: 'Pyynnön voi tehdä', sv: 'Begäran kan göras' },
  person: { fi: 'Pyynnön tekijä', sv: 'Den som gör begäran' },
  request: { fi: 'Pyyntö', sv: 'Begäran' },
  signature: { fi: 'Allekirjoitus', sv: 'Underskrift' },
} as const satisfies Record<string, Said>;

/** A form promises that what it asks for is handled: none of erasure where that is refused by law, or handled elsewhere (C-28). */
export const isInUse = (kind: FormKind, { erasure }: Pick<NoticeFacts['settings'], 'erasure'>): boolean =>
  kind !== 'erasure' || erasure.mode === 'onRequest' || erasure.mode === 'unnecessaryOnly';

/** What is told of the time and of the identity, by what the controller has chosen. */
function told(kind: FormKind, { settings }: Pick<NoticeFacts, 'settings'>, language: FormLanguage): string[] {
  const { identityCheck, deadline } = settings.dataSubjectRequests;
  const identity = {
    required: {
      fi: 'Henkilöllisyytesi varmistetaan ennen tietojen antamista.',
      sv: 'Din identitet kontrolleras innan uppgifter lämnas ut.',
    },
    onNeed: {
      fi: 'Henkilöllisyytesi varmistetaan tarvittaessa.',
      sv: 'Din identitet kontrolleras vid behov.',
    },
  }[identityCheck][language];
  const time =
    kind === 'logData'
      ? {
          fi: 'Tiedot annetaan viimeistään kahden kuukauden kuluessa.',
          sv: 'Uppgifterna lämnas senast inom två månader.',
        }
      : {
          fi: `Pyyntöön vastataan viimeistään ${within(deadline.months, 'fi')} kuluessa.`,
          sv: `Begäran besvaras senast inom ${within(deadline.months, 'sv')}.`,
        };
  return [identity, time[language]];
}

/** The form, blank, to be printed and filled by hand. */
export function printOfForm(
  kind: FormKind,
  { controller, settings }: Pick<NoticeFacts, 'controller' | 'settings'>,
  language: FormLanguage,
  printedAt: Instant,
): Print {
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const blank = (labels: readonly (Said & { lines?: number })[]): LayoutNode => ({
    kind: 'rows',
    rows: labels.map(
      ({ lines = 1, ...label }): Row => ({ label: label[language], paragraphs: [], look: 'blank', lines }),
    ),
  });
  const { addressee, acceptedForms } = settings.dataSubjectRequests;
  const authority = shownText((language === 'sv' ? controller.name.sv : undefined) ?? controller.name.fi);
  const to = joined([
    authority,
    OFFICES[addressee][language],
    controller.address,
    ...controller.phones.map(({ number }) => number),
    controller.email,
  ]);
  // The law asks for a written request of log data, whatever the controller accepts of others (703/2023 § 11).
  const ways =
    kind === 'logData' ? FORMS.written[language] : strungOf(FORMS, acceptedForms[kind], OR, language);
  const title = TITLES[kind][language];
  return {
    language,
    title,
    running: {
      authority,
      unit: '',
      secrecy: { mark: '', grounds: '' },
      state: '',
      identifier: title,
      printed: shownTime(printedAt, language),
    },
    nodes: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'rows',
        rows: [
          { label: word('to'), paragraphs: [shownText(to)] },
          { label: word('law'), paragraphs: [LAWS[kind][language]] },
          { label: word('ways'), paragraphs: [ways] },
        ],
      },
      { kind: 'paragraphs', paragraphs: told(kind, { settings }, language) },
      { kind: 'heading', level: 2, text: word('person') },
      blank(PERSON),
      { kind: 'heading', level: 2, text: word('request') },
      blank(ASKED[kind]),
      { kind: 'heading', level: 2, text: word('signature') },
      blank(SIGNED),
    ],
  };
}
