import type { LayoutNode, Print } from '../../documents/render/layout.ts';
import { secrecyOf } from '../../documents/render/secrecy-of-print.ts';
import { paragraphsOf, shownText } from '../../documents/render/shown-text.ts';
import { shownNumber, shownTime } from '../../documents/render/shown-time.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import { supervisorIn } from '../controllers/supervisor.ts';
import { GROUNDS } from './grounds.ts';
import {
  BASIS_WORDS,
  KIND_WORDS,
  type LetterLanguage,
  MODE_WORDS,
  OUTCOME_WORDS,
  WORDS,
} from './letter-words.ts';
import type { AnswerContent, AskedContent, SubjectRequest } from './model.ts';

/** What a letter is made of. */
export type LetterFacts = {
  request: SubjectRequest;
  asked: AskedContent;
  answer: AnswerContent;
  extensionReasons: string | undefined;
  client: string;
  authority: string;
  notice: ControllerSettings['notice'];
  printedAt: Instant;
};

export type LetterKind = 'answer' | 'extension';
type Word = keyof typeof WORDS;
type Rows = { label: string; paragraphs: string[] }[];

const isRefusal = ({ decision }: SubjectRequest): boolean =>
  decision?.outcome === 'refused' || decision?.outcome === 'partly';

/**
 * Todistus epäämisestä, vastaus, ilmoitus jatkoajasta. Names the client and the asker and nobody else; the address is not
 * printed, whatever ban there is.
 */
export function letterOf(facts: LetterFacts, kind: LetterKind, language: LetterLanguage): Print {
  const { request, authority, printedAt } = facts;
  const title = WORDS[kind === 'extension' ? kind : isRefusal(request) ? 'certificate' : 'answer'][language];
  const marks = language === 'sv' ? 'sv' : 'fi';
  return {
    language,
    title,
    running: {
      authority: shownText(authority),
      unit: '',
      secrecy: secrecyOf(marks),
      state: '',
      identifier: `${WORDS.request[language]} ${request.requestId}`,
      printed: shownTime(printedAt, language),
    },
    nodes: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'rows', rows: rowsOf(facts, kind, language) },
      ...(kind === 'extension' ? extensionOf(facts, language) : answerOf(facts, language)),
    ],
  };
}

const titled = (word: Word, language: LetterLanguage, paragraphs: readonly string[]): LayoutNode[] =>
  paragraphs.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: WORDS[word][language] },
        { kind: 'paragraphs', paragraphs },
      ];

function rowsOf(
  { request, asked, answer, client }: LetterFacts,
  kind: LetterKind,
  language: LetterLanguage,
): Rows {
  const row = (word: Word, text: string | undefined): Rows =>
    text === undefined ? [] : [{ label: WORDS[word][language], paragraphs: [shownText(text)] }];
  const day = (on: string) => shownTime(on, 'fi');
  const common = [
    ...row('client', client),
    ...row('asker', asked.askerName),
    ...row('kind', KIND_WORDS[request.kind][language]),
    ...row('received', day(request.receivedOn)),
  ];
  if (kind === 'extension') {
    return [
      ...common,
      ...row('told', request.extension === undefined ? undefined : day(request.extension.toldOn)),
      ...row('dueBefore', day(request.firstDueOn)),
      ...row('due', day(request.dueOn)),
    ];
  }
  const { decision } = request;
  if (decision === undefined) return common;
  const { fee, delivery, by } = decision;
  const euros = fee === undefined ? undefined : `${shownNumber(fee.cents / 100, 2)} €`;
  return [
    ...common,
    ...row('decided', day(decision.on)),
    ...row('outcome', OUTCOME_WORDS[decision.outcome][language]),
    ...row('by', `${by.name}, ${by.post}`),
    ...row('delivery', delivery === undefined ? undefined : MODE_WORDS[delivery.mode][language]),
    ...row(
      'fee',
      fee === undefined
        ? undefined
        : `${euros}: ${BASIS_WORDS[fee.basis][language]}. ${answer.feeReason ?? ''}`,
    ),
  ];
}

const extensionOf = ({ extensionReasons }: LetterFacts, language: LetterLanguage): LayoutNode[] =>
  titled('reasons', language, paragraphsOf(extensionReasons ?? ''));

function answerOf(facts: LetterFacts, language: LetterLanguage): LayoutNode[] {
  const { request, answer } = facts;
  const grounds = request.decision?.grounds ?? [];
  return [
    ...titled(
      'grounds',
      language,
      grounds.map(
        (ground) =>
          `${GROUNDS[ground].words[language]} ${WORDS.provision[language]}: ${GROUNDS[ground].provision.replace(/\.$/, '')}.`,
      ),
    ),
    ...titled('reasons', language, paragraphsOf(answer.reasons ?? '')),
    ...titled('proof', language, paragraphsOf(answer.proof ?? '')),
    ...(request.kind === 'deceasedData' && request.decision?.outcome !== 'refused'
      ? [{ kind: 'paragraphs' as const, paragraphs: [WORDS.deadUse[language]] }]
      : []),
    ...remediesOf(facts, language),
  ];
}

/** Complaint and other remedies: with every refusal (U-10.9, K-14.7); of a reminder that there is no appeal. */
function remediesOf({ request, notice }: LetterFacts, language: LetterLanguage): LayoutNode[] {
  if (request.kind === 'reminder') return titled('remedies', language, [WORDS.noAppeal[language]]);
  const { decision } = request;
  if (!isRefusal(request) && decision?.outcome !== 'referred') return [];
  const contact = supervisorIn(notice, language);
  const ofDocuments = request.kind === 'partyDocuments' || request.kind === 'deceasedData';
  return titled('remedies', language, [
    ...(ofDocuments ? [WORDS.appealable[language]] : []),
    shownText(notice.complaintText[language] ?? notice.complaintText.fi),
    WORDS.ombudsman[language],
    shownText(contact),
    ...notice.links.map(shownText),
  ]);
}
