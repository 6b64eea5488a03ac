import type { LayoutNode, Print } from '../../documents/render/layout.ts';
import { secrecyOf } from '../../documents/render/secrecy-of-print.ts';
import { paragraphsOf, shownText } from '../../documents/render/shown-text.ts';
import { shownNumber, shownTime } from '../../documents/render/shown-time.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { PlacesInLog } from '../../trail/sealing/prove-lines.ts';
import {
  basisWord,
  EXPLANATION,
  groupWord,
  LETTER,
  type LetterLanguage,
  OUTCOMES,
  recipientWord,
} from './letter-words.ts';
import type { AnswerContent, LogRequest } from './model.ts';
import type { OwnLogLine } from './own-lines.ts';

/** What the letter is made of. */
export type LetterFacts = {
  request: LogRequest;
  answer: AnswerContent;
  lines: readonly OwnLogLine[];
  withheld: number;
  notHeldBefore?: LocalDate | undefined;
  /** The head of the sealed log when it was printed, and where in it the lines stand. */
  proof?: PlacesInLog | undefined;
  client: string;
  authority: string;
  /** Of the supervisory authority, as the controller's notice says it. */
  supervisor: string;
  printedAt: Instant;
};

/**
 * The controller's answer on paper: what was decided and why, where to turn, one page that explains the list, and the
 * list. Names no other client, and of the client the name alone: no address, whatever ban there is.
 */
export function letterOf(facts: LetterFacts, language: LetterLanguage): Print {
  const { request, authority, printedAt } = facts;
  const word = (name: keyof typeof LETTER): string => LETTER[name][language];
  const title = request.outcome === 'given' ? word('title') : word('refusal');
  // The mark of secrecy is the Finnish one in English.
  const marks = language === 'sv' ? 'sv' : 'fi';
  return {
    language,
    title,
    running: {
      authority: shownText(authority),
      unit: '',
      secrecy: secrecyOf(marks),
      state: '',
      identifier: `${word('request')} ${request.requestId}`,
      printed: shownTime(printedAt, language),
    },
    nodes: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'rows', rows: rowsOf(facts, language) },
      ...decisionOf(facts, language),
      ...(request.given === undefined ? [] : listOf(facts, language)),
    ],
  };
}

function rowsOf({ request, answer, client }: LetterFacts, language: LetterLanguage) {
  const row = (name: keyof typeof LETTER, text: string) => ({
    label: LETTER[name][language],
    paragraphs: [shownText(text)],
  });
  const { given, outcome, answeredOn, feeCents } = request;
  const days = given ?? request.days;
  return [
    row('client', client),
    row('received', shownTime(request.receivedOn, 'fi')),
    ...(answeredOn === undefined ? [] : [row('answered', shownTime(answeredOn, 'fi'))]),
    row('days', `${shownTime(days.from, 'fi')}–${shownTime(days.to, 'fi')}`),
    ...(outcome === undefined ? [] : [row('outcome', OUTCOMES[outcome][language])]),
    ...(feeCents === undefined
      ? []
      : [row('fee', `${shownNumber(feeCents / 100, 2)} €. ${answer.feeReason ?? ''}`)]),
  ];
}

/** The written decision of what is not given, and its remedy (703/2023 § 11(4)). */
function decisionOf({ request, answer, supervisor }: LetterFacts, language: LetterLanguage): LayoutNode[] {
  const { askerRefused } = request;
  if (answer.decision === undefined) return [];
  return [
    { kind: 'heading', level: 2, text: LETTER.grounds[language] },
    ...(askerRefused === undefined
      ? []
      : [{ kind: 'paragraphs' as const, paragraphs: [LETTER[`asker.${askerRefused}`][language]] }]),
    { kind: 'paragraphs', paragraphs: paragraphsOf(answer.decision) },
    { kind: 'heading', level: 2, text: LETTER.remedyTitle[language] },
    { kind: 'paragraphs', paragraphs: [LETTER.remedy[language], shownText(supervisor)] },
  ];
}

function listOf(
  { request, lines, withheld, notHeldBefore, proof }: LetterFacts,
  language: LetterLanguage,
): LayoutNode[] {
  const word = (name: keyof typeof LETTER): string => LETTER[name][language];
  const said = [
    ...(lines.length === 0 ? [word('none')] : []),
    ...(withheld === 0 ? [] : [`${word('withheld')} ${withheld}`]),
    ...(notHeldBefore === undefined ? [] : [`${word('olderGone')} ${shownTime(notHeldBefore, 'fi')}`]),
  ];
  return [
    { kind: 'newPage' },
    { kind: 'paragraphs', paragraphs: EXPLANATION[language] },
    { kind: 'newPage' },
    { kind: 'heading', level: 2, text: word('lines') },
    ...(said.length === 0 ? [] : [{ kind: 'paragraphs' as const, paragraphs: said }]),
    ...(lines.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: word('lines'),
            columns: [
              { label: word('place') },
              { label: word('when') },
              { label: word('who') },
              { label: word('what') },
              { label: word('why') },
            ],
            rows: lines.map((line) => cellsOf(line, proof, language)),
          },
        ]),
    ...(lines.length === 0 ? [] : proofOf(request, proof, language)),
  ];
}

/** What the file with the proofs can be held against: the head under which each line has its place. */
function proofOf(
  { requestId }: LogRequest,
  proof: PlacesInLog | undefined,
  language: LetterLanguage,
): LayoutNode[] {
  const word = (name: keyof typeof LETTER): string => LETTER[name][language];
  const row = (name: keyof typeof LETTER, text: string) => ({ label: word(name), paragraphs: [text] });
  return [
    { kind: 'heading', level: 2, text: word('proof') },
    ...(proof === undefined
      ? [{ kind: 'paragraphs' as const, paragraphs: [word('notSealed')] }]
      : [
          {
            kind: 'rows' as const,
            rows: [
              row('logName', shownText(proof.origin)),
              row('logSize', String(proof.size)),
              row('logRoot', proof.root.toString('base64')),
            ],
          },
          { kind: 'paragraphs' as const, paragraphs: [word('whatProof')] },
        ]),
    { kind: 'paragraphs', paragraphs: [`${word('whereProof')} ${requestId}`] },
  ];
}

function cellsOf(line: OwnLogLine, proof: PlacesInLog | undefined, language: LetterLanguage): string[] {
  const { who, outcome, readOnly, basis, disclosure } = line;
  const name = who.name ?? `${LETTER.pseudonym[language]} ${who.pseudonym ?? ''}`;
  const groups = line.dataGroups.map((group) => groupWord(group, language)).join(', ');
  const use = outcome.result !== 'allowed' ? 'refused' : readOnly ? 'read' : 'written';
  const place = proof?.places.get(line.eventId);
  const what = `${LETTER[use][language]}${groups === '' ? '' : `: ${groups}`}`;
  return [
    place === undefined ? '–' : String(place),
    shownTime(line.eventTime, language),
    shownText(who.post === '' ? name : `${name}, ${who.post}`),
    disclosure === undefined ? what : `${what}. ${disclosedAs(disclosure, language)}`,
    `${basisWord(basis.kind, language)} (${basis.legalGround})`,
  ];
}

/** The day, the recipient and the ground of a disclosure. The recipient's name stands in the client's own file. */
function disclosedAs(
  { on, to, ground, provision }: NonNullable<OwnLogLine['disclosure']>,
  language: LetterLanguage,
): string {
  const day = shownTime(on, language);
  const by = provision ?? LETTER[`ground.${ground}`][language];
  return `${LETTER.disclosed[language]} ${day}: ${recipientWord(to, language)} (${by})`;
}
