import type { LayoutNode, Print, PrintLanguage } from '../../documents/render/layout.ts';
import { shownText } from '../../documents/render/shown-text.ts';
import { shownTime } from '../../documents/render/shown-time.ts';
import type { Sentence } from '../../kernel/finding.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { DisposalList } from './model.ts';

/** Hävitystodistus on paper. The Swedish words are unreviewed: no reader of the language has read them. */

type Words = Pick<Sentence, 'fi' | 'sv'>;
const w = (fi: string, sv: string): Words => ({ fi, sv });

const WORDS = {
  title: w('Hävitystodistus', 'Gallringsintyg'),
  month: w('Hävitysesityksen kuukausi', 'Gallringsförslagets månad'),
  state: w('Tila', 'Läge'),
  proposed: w('Esittänyt', 'Framlagt av'),
  approved: w('Hyväksynyt', 'Godkänt av'),
  destroyed: w('Hävitetty', 'Gallrat'),
  what: w('Aineisto', 'Material'),
  count: w('Määrä', 'Antal'),
  cases: w('Asioita', 'Ärenden'),
  clients: w('Asiakkaiden perustietoja', 'Klienters grunduppgifter'),
  matters: w('Asiaan johtamattomia vireilletuloja', 'Inkomna ärenden utan fortsättning'),
  records: w('Muita kuin asiakasasiakirjoja', 'Andra handlingar än klienthandlingar'),
  transferred: w(
    'Näistä arkistoon siirretty pysyvästi säilytettävä osa',
    'Varav en del överförts till arkiv',
  ),
  sources: w('Säilytysaikojen perusteet', 'Grunder för förvaringstiderna'),
  final: w('Hävittäminen on lopullista', 'Gallringen är slutgiltig'),
  since: w('Lopullista alkaen', 'Slutgiltig från och med'),
  nothing: w(
    'Tämän esityksen perusteella ei ole hävitetty mitään.',
    'Inget har gallrats enligt detta förslag.',
  ),
  isFinal: w('Hävitettyä ei voi lukea mistään kopiosta.', 'Det som gallrats kan inte läsas ur någon kopia.'),
  notFinal: w(
    'Hävitetyn avaimet on tuhottu tai aineisto poistettu. Varmuuskopiot ovat poistuneet yllä olevana päivänä, ja vasta silloin hävittäminen on lopullista.',
    'Nycklarna till det gallrade är förstörda eller materialet borttaget. Säkerhetskopiorna försvinner den dag som anges ovan, och först då är gallringen slutgiltig.',
  ),
  check: w('Tarkiste', 'Kontrollsumma'),
  whatCheck: w(
    'SHA-256 hävitettyjen yksiköiden riveistä. Samat rivit antavat aina saman tarkisteen.',
    'SHA-256 av raderna för det gallrade. Samma rader ger alltid samma kontrollsumma.',
  ),
} satisfies Record<string, Words>;

const STATES: Readonly<Record<DisposalList['state'], Words>> = {
  gathering: w('kootaan', 'sammanställs'),
  proposed: w('esitetty', 'framlagt'),
  approved: w('hyväksytty', 'godkänt'),
  finished: w('toteutettu', 'verkställt'),
};

type Signed = { who: string; at: Instant };
const KINDS = ['cases', 'clients', 'matters', 'records'] as const;

export type CertificateFacts = {
  month: string;
  state: DisposalList['state'];
  proposed?: Signed | undefined;
  approved?: Signed | undefined;
  destroyed: Readonly<Record<(typeof KINDS)[number], number>>;
  transferred: number;
  sources: readonly string[];
  finalOn?: LocalDate | undefined;
  final: boolean;
  sha256: string;
  authority: string;
  printedAt: Instant;
};

/** What was destroyed, on whose word, by which periods, and from which day on for good. It names no client and no unit. */
export function certificatePrint(facts: CertificateFacts, language: PrintLanguage): Print {
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const { month, state, destroyed, transferred, sources, finalOn, sha256 } = facts;
  const row = (name: keyof typeof WORDS, ...paragraphs: string[]) => ({ label: word(name), paragraphs });
  const signed = (name: 'proposed' | 'approved') => {
    const by = facts[name];
    return by === undefined ? [] : [row(name, shownText(by.who), shownTime(by.at, language))];
  };
  const isAny = KINDS.some((kind) => destroyed[kind] > 0);
  const nodes: LayoutNode[] = [
    { kind: 'heading', level: 1, text: word('title') },
    {
      kind: 'rows',
      rows: [
        row('month', month),
        row('state', STATES[state][language]),
        ...signed('proposed'),
        ...signed('approved'),
        ...(finalOn === undefined ? [] : [row('since', shownTime(finalOn, language))]),
      ],
    },
    { kind: 'heading', level: 2, text: word('destroyed') },
    ...(isAny
      ? [
          {
            kind: 'table' as const,
            caption: word('destroyed'),
            columns: [{ label: word('what') }, { label: word('count'), align: 'right' as const }],
            rows: [
              ...KINDS.map((kind) => [word(kind), String(destroyed[kind])]),
              [word('transferred'), String(transferred)],
            ],
          },
          { kind: 'heading' as const, level: 2 as const, text: word('sources') },
          { kind: 'paragraphs' as const, paragraphs: sources.map(shownText) },
          { kind: 'heading' as const, level: 2 as const, text: word('final') },
          { kind: 'paragraphs' as const, paragraphs: [word(facts.final ? 'isFinal' : 'notFinal')] },
        ]
      : [{ kind: 'paragraphs' as const, paragraphs: [word('nothing')] }]),
    { kind: 'rows', rows: [row('check', sha256)] },
    { kind: 'paragraphs', paragraphs: [word('whatCheck')] },
  ];
  return {
    language,
    title: `${word('title')} ${month}`,
    running: {
      authority: shownText(facts.authority),
      unit: '',
      secrecy: { mark: '', grounds: '' },
      state: '',
      identifier: month,
      printed: shownTime(facts.printedAt, language),
    },
    nodes,
  };
}
