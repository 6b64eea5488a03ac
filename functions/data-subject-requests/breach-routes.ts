import { BREACH_ACTIONS } from '../../shared/access/actions/breaches.ts';
import { BREACH_REFUSALS } from '../../shared/domain/breaches/refusals.ts';
import { FileAnswer } from '../../shared/http/file-answer.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import {
  Affected,
  AffectedFound,
  FindAffected,
  findAffected,
  listAffected,
  PageOfAffected,
} from './find-affected.ts';
import { LETTER_FILE } from './print-letter.ts';
import { BreachRead, BreachRegister, listBreaches, readBreach } from './read-breaches.ts';
import {
  AssessBreach,
  assessBreach,
  BreachChanged,
  BreachRecorded,
  closeBreach,
  OneBreach,
  RecordBreach,
  recordBreach,
  TellAuthority,
  tellAuthority,
} from './record-breach.ts';
import { NoticeQuery, OneAffected, printNotice, TellAffected, tellAffected } from './tell-affected.ts';
import { WaiveTelling, waiveTelling } from './waive-telling.ts';

const REGISTER = '/v1/data-subject-requests/breaches';
const ONE = `${REGISTER}/{breachId}`;
const { notValid, notNow } = BREACH_REFUSALS;
const { notFound } = COMMON_REFUSALS;
const CHANGES = { method: 'POST', writes: 'changes', params: OneBreach, returns: BreachChanged } as const;
const MEASURES = 'Oikeudet päätettiin ja lokit käytiin läpi.';

/** The register of breaches: from the moment one became known to the last client who was told. */
export const breachRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: REGISTER,
    action: BREACH_ACTIONS.record,
    event: 'BreachRecorded',
    summary: 'Records a personal-data breach: the 72 hours run since it became known.',
    writes: 'creates',
    body: RecordBreach,
    returns: BreachRecorded,
    refusals: [notNow],
    example: {
      kinds: ['confidentiality'],
      knownAt: '2026-11-24T08:00:00.000Z',
      facts: 'Työntekijä avasi asiakkaiden tietoja ilman tehtävää.',
    },
    handle: recordBreach,
  }),
  read({
    method: 'GET',
    path: REGISTER,
    action: BREACH_ACTIONS.list,
    event: 'BreachesListed',
    summary: 'The register of breaches, the latest first, and where the authority is yet to be told.',
    returns: BreachRegister,
    handle: listBreaches,
  }),
  read({
    method: 'GET',
    path: ONE,
    action: BREACH_ACTIONS.read,
    event: 'BreachRead',
    summary: 'One breach with its facts, effects and measures.',
    params: OneBreach,
    returns: BreachRead,
    handle: readBreach,
  }),
  write({
    ...CHANGES,
    path: `${ONE}/assess`,
    action: BREACH_ACTIONS.assess,
    event: 'BreachAssessed',
    summary: 'Says how great the risk is and why, what may follow, what was done, and what clients are told.',
    body: AssessBreach,
    refusals: [notFound, notNow],
    example: { risk: 'high', riskReasons: 'Tiedot kertovat lastensuojelusta.', measures: MEASURES },
    handle: assessBreach,
  }),
  write({
    ...CHANGES,
    path: `${ONE}/authority`,
    action: BREACH_ACTIONS.tellAuthority,
    event: 'BreachToldToAuthority',
    summary:
      'Records that the supervisory authority was told: in 72 hours, or with the reasons of the delay.',
    body: TellAuthority,
    refusals: [notFound, notNow, notValid],
    example: { toldAt: '2026-11-24T09:00:00.000Z' },
    handle: tellAuthority,
  }),
  write({
    ...CHANGES,
    path: `${ONE}/waive-telling`,
    action: BREACH_ACTIONS.waive,
    event: 'BreachTellingWaived',
    summary:
      'Records why clients are not told one by one of a breach of high risk: an exception of art. 34(3) and its reasons.',
    body: WaiveTelling,
    refusals: [notFound, notNow, notValid],
    example: {
      exception: 'unintelligible',
      reasons: 'Varmuuskopio oli salattu, eikä avain ollut sen mukana.',
    },
    handle: waiveTelling,
  }),
  write({
    ...CHANGES,
    path: `${ONE}/find`,
    action: BREACH_ACTIONS.find,
    event: 'AffectedClientsFound',
    summary:
      'Looks through the log for whose data workers or a unit used in a time: again while there is `next`.',
    body: FindAffected,
    returns: AffectedFound,
    refusals: [notFound, notNow],
    example: {
      userIds: ['01KBN4PZ00000000000000000A'],
      from: '2026-11-01T00:00:00.000Z',
      to: '2026-11-24T00:00:00.000Z',
    },
    handle: findAffected,
  }),
  read({
    method: 'GET',
    path: `${ONE}/affected-pages/{page}`,
    action: BREACH_ACTIONS.listAffected,
    event: 'AffectedClientsListed',
    summary: 'A page of the clients whom a breach concerns, and who of them has been told.',
    params: PageOfAffected,
    returns: Affected,
    handle: listAffected,
  }),
  read({
    method: 'GET',
    path: `${ONE}/affected/{clientId}/letter`,
    action: BREACH_ACTIONS.print,
    event: 'BreachNoticePrinted',
    summary: 'The notice to one client of a breach, as a page or a PDF in three languages.',
    params: OneAffected,
    query: NoticeQuery,
    returns: FileAnswer,
    file: LETTER_FILE,
    refusals: [notFound, notNow],
    handle: printNotice,
  }),
  write({
    ...CHANGES,
    path: `${ONE}/affected/{clientId}/told`,
    action: BREACH_ACTIONS.tell,
    event: 'BreachToldToClient',
    summary: 'Records that a client was told of a breach, when and how.',
    params: OneAffected,
    body: TellAffected,
    refusals: [notFound, notNow],
    example: { on: '2026-11-24', way: 'letter' },
    handle: tellAffected,
  }),
  write({
    ...CHANGES,
    path: `${ONE}/close`,
    action: BREACH_ACTIONS.close,
    event: 'BreachClosed',
    summary: 'Closes a breach when all that its risk asks for has been done.',
    refusals: [notFound, notNow, notValid],
    handle: closeBreach,
  }),
];
