import type { Print, PrintLanguage } from '../../documents/render/layout.ts';
import { secrecyOf } from '../../documents/render/secrecy-of-print.ts';
import { paragraphsOf, shownText } from '../../documents/render/shown-text.ts';
import { shownTime } from '../../documents/render/shown-time.ts';
import type { Sentence } from '../../kernel/finding.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { SourcePurpose } from './addressees.ts';
import type { SourceContent, SourceRequest } from './source-request.ts';

/** Words of a request for data in writing. No reader of the languages has read the Swedish: unreviewed. */
type Words = Omit<Sentence, 'en'>;

const WORDS = {
  title: { fi: 'Tietopyyntö', sv: 'Begäran om uppgifter' },
  to: { fi: 'Vastaanottaja', sv: 'Mottagare' },
  client: { fi: 'Asiakas', sv: 'Klient' },
  code: { fi: 'Henkilötunnus', sv: 'Personbeteckning' },
  on: { fi: 'Päivä', sv: 'Datum' },
  ground: { fi: 'Peruste', sv: 'Grund' },
  consent: { fi: 'Asiakkaan suostumus', sv: 'Klientens samtycke' },
  purpose: { fi: 'Käyttötarkoitus', sv: 'Ändamål' },
  asked: { fi: 'Pyydetyt tiedot', sv: 'De begärda uppgifterna' },
  necessity: { fi: 'Miksi tiedot ovat välttämättömiä', sv: 'Varför uppgifterna är nödvändiga' },
  free: {
    fi: 'Tiedot annetaan salassapitosäännösten estämättä ja maksutta.',
    sv: 'Uppgifterna lämnas ut avgiftsfritt och trots sekretessbestämmelserna.',
  },
} as const satisfies Record<string, Words>;

const PURPOSES: Readonly<Record<SourcePurpose, Words>> = {
  needOfCare: { fi: 'Sosiaalihuollon tarpeen selvittäminen', sv: 'Utredning av behovet av socialvård' },
  arranging: { fi: 'Sosiaalihuollon järjestäminen', sv: 'Ordnande av socialvård' },
  carryingOut: { fi: 'Palvelun toteuttaminen', sv: 'Genomförande av servicen' },
  evaluating: { fi: 'Palvelun arvioiminen', sv: 'Utvärdering av servicen' },
  checking: { fi: 'Annettujen tietojen tarkistaminen', sv: 'Kontroll av uppgifter' },
  fee: { fi: 'Maksun määrääminen', sv: 'Fastställande av avgift' },
  activationPlan: { fi: 'Aktivointisuunnitelman laatiminen', sv: 'Utarbetande av en aktiveringsplan' },
};

export type LetterFacts = {
  request: SourceRequest;
  content: SourceContent;
  client: { name: string; code: string | undefined };
  authority: string;
  unit: string;
  printedAt: Instant;
};

/** The request on paper. Whom it is about is named with the code alone: no address goes to whoever is asked. */
export function sourceLetter(facts: LetterFacts, language: PrintLanguage): Print {
  const { request, content, client, authority, unit, printedAt } = facts;
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const row = (name: keyof typeof WORDS, text: string) => ({
    label: word(name),
    paragraphs: [shownText(text)],
  });
  return {
    language,
    title: word('title'),
    running: {
      authority: shownText(authority),
      unit: shownText(unit),
      secrecy: secrecyOf(language),
      state: '',
      identifier: request.sourceRequestId,
      printed: shownTime(printedAt, language),
    },
    nodes: [
      { kind: 'heading', level: 1, text: word('title') },
      {
        kind: 'rows',
        rows: [
          row('to', content.name),
          row('client', client.name),
          ...(client.code === undefined ? [] : [row('code', client.code)]),
          row('on', shownTime(request.on, language)),
          row('ground', request.provision ?? word('consent')),
          row('purpose', PURPOSES[request.purpose][language]),
        ],
      },
      { kind: 'heading', level: 2, text: word('asked') },
      { kind: 'paragraphs', paragraphs: paragraphsOf(content.asked) },
      { kind: 'heading', level: 2, text: word('necessity') },
      { kind: 'paragraphs', paragraphs: paragraphsOf(content.necessity) },
      ...(request.ground.kind === 'provision'
        ? [{ kind: 'paragraphs' as const, paragraphs: [word('free')] }]
        : []),
    ],
  };
}
