import type { LayoutNode, Print } from '../../documents/render/layout.ts';
import { secrecyOf } from '../../documents/render/secrecy-of-print.ts';
import { paragraphsOf, shownText } from '../../documents/render/shown-text.ts';
import { shownTime } from '../../documents/render/shown-time.ts';
import type { Sentence } from '../../kernel/finding.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { OfficeContact } from '../controllers/settings/terms.ts';
import type { Breach, BreachContent } from './model.ts';

/** Words of the notice to a client. No reader of the languages has read them: unreviewed. */
const WORDS = {
  title: {
    fi: 'Ilmoitus tietojasi koskevasta tietoturvaloukkauksesta',
    sv: 'Meddelande om en personuppgiftsincident som gäller dig',
    en: 'Notice of a breach of your personal data',
  },
  client: { fi: 'Asiakas', sv: 'Klient', en: 'Client' },
  known: { fi: 'Loukkaus havaittiin', sv: 'Incidenten upptäcktes', en: 'The breach was found' },
  number: { fi: 'Loukkauksen tunnus', sv: 'Incidentens kod', en: 'Id of the breach' },
  what: { fi: 'Mitä tapahtui', sv: 'Vad som hände', en: 'What happened' },
  consequences: { fi: 'Mitä siitä voi seurata', sv: 'Vad det kan leda till', en: 'What may follow' },
  measures: { fi: 'Mitä olemme tehneet', sv: 'Vad vi har gjort', en: 'What we have done' },
  contact: { fi: 'Keneltä saat lisätietoja', sv: 'Var du får mer information', en: 'Whom to ask' },
  log: {
    fi: 'Voit pyytää meiltä tiedon siitä, kuka on käyttänyt tietojasi (703/2023 11 §), ja viedä asian tietosuojavaltuutetulle.',
    sv: 'Du kan begära uppgift om vem som har använt dina uppgifter (703/2023 11 §) och föra saken till dataombudsmannen.',
    en: 'You may ask us who has used your data (703/2023 § 11), and bring the matter to the Data Protection Ombudsman.',
  },
} as const satisfies Record<string, Sentence>;

export type NoticeFacts = {
  breach: Breach;
  content: BreachContent;
  client: string;
  authority: string;
  contact: OfficeContact | null;
  printedAt: Instant;
};

/** What one client is told (art. 34(2)): in plain words, of nobody else, and of the client the name alone. */
export function noticeOf(facts: NoticeFacts, language: keyof Sentence): Print {
  const { breach, content, client, authority, contact, printedAt } = facts;
  const marks = language === 'sv' ? 'sv' : 'fi';
  const part = (word: 'what' | 'consequences' | 'measures', text: string | undefined): LayoutNode[] =>
    text === undefined
      ? []
      : [
          { kind: 'heading', level: 2, text: WORDS[word][language] },
          { kind: 'paragraphs', paragraphs: paragraphsOf(text) },
        ];
  const reached =
    contact === null
      ? authority
      : [contact.title, contact.name, contact.phone, contact.email].filter((one) => one !== null).join(', ');
  const title = WORDS.title[language];
  return {
    language,
    title,
    running: {
      authority: shownText(authority),
      unit: '',
      secrecy: secrecyOf(marks),
      state: '',
      identifier: `${WORDS.number[language]} ${breach.breachId}`,
      printed: shownTime(printedAt, language),
    },
    nodes: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'rows',
        rows: [
          { label: WORDS.client[language], paragraphs: [shownText(client)] },
          { label: WORDS.known[language], paragraphs: [shownTime(breach.knownAt, language)] },
        ],
      },
      ...part('what', content.toClients),
      ...part('consequences', content.consequences),
      ...part('measures', content.measures),
      { kind: 'heading', level: 2, text: WORDS.contact[language] },
      { kind: 'paragraphs', paragraphs: [shownText(reached), WORDS.log[language]] },
    ],
  };
}
