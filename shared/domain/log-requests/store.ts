import type { ActContext } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { keyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { ClientId, LogRequestId, WithholdingId } from '../../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { type Key, logRequestKeys } from '../../table/keys.ts';
import { allOfPartition } from '../../table/lists.ts';
import { getItem } from '../../table/read.ts';
import { loadClientKeys } from '../clients/file.ts';
import { AnswerContent, AskedContent, LogRequest, ReasonWords, Withholding } from './model.ts';

/** Requests for log data as they are stored, and how they are found. */

type Where = Pick<ActContext, 'services' | 'actor'>;

/** The client's ring for who handles requests and opens no file. */
export async function ringOfAsker({ services, actor }: Where, clientId: ClientId): Promise<KeyRing> {
  const keys = await loadClientKeys(services.tables, actor.controller, clientId);
  if (keys === undefined) throw new Refusal(COMMON_REFUSALS.notFound, { concerns: [clientId] });
  return keyRing(services, actor.controller, keys);
}

export const sealAsked = (ring: KeyRing, key: Key, content: AskedContent): Promise<Sealed> =>
  ring.seal(undefined, recordPlace(key, 'asked'), 1, content);
export const openAsked = (ring: KeyRing, item: LogRequest): Promise<AskedContent> =>
  ring.open(item.asked, recordPlace(item, 'asked'), AskedContent);

export const sealAnswer = (
  ring: KeyRing,
  item: Key,
  version: number,
  content: AnswerContent,
): Promise<Sealed> => ring.seal(undefined, recordPlace(item, 'answer'), version, content);
export const openAnswer = (ring: KeyRing, item: LogRequest): Promise<AnswerContent> =>
  item.answer === undefined
    ? Promise.resolve({})
    : ring.open(item.answer, recordPlace(item, 'answer'), AnswerContent);

export const sealGrounds = (ring: KeyRing, key: Key, words: string): Promise<Sealed> =>
  ring.seal(undefined, recordPlace(key, 'words'), 1, words);
export const openGrounds = (ring: KeyRing, item: Withholding): Promise<string> =>
  ring.open(item.words, recordPlace(item, 'words'), ReasonWords);

/** One request of a client. */
export const loadLogRequest = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  requestId: LogRequestId,
): Promise<LogRequest | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    logRequestKeys.request(controller, clientId, requestId),
    LogRequest,
  );

/** All requests of a client, the earliest first: they are few. */
export const loadLogRequests = (where: Where, clientId: ClientId): Promise<LogRequest[]> =>
  allOfPartition(
    where,
    logRequestKeys.partition(where.actor.controller, clientId),
    logRequestKeys.spans.requests,
    LogRequest,
  );

/** What is or was kept back of a client's log. */
export const loadWithholdings = (where: Where, clientId: ClientId): Promise<Withholding[]> =>
  allOfPartition(
    where,
    logRequestKeys.partition(where.actor.controller, clientId),
    logRequestKeys.spans.withholdings,
    Withholding,
  );

/** The same of a person with several files: what was decided of one that was merged holds for its lines as before. */
export const loadWithholdingsOf = async (where: Where, files: readonly ClientId[]): Promise<Withholding[]> =>
  (await Promise.all(files.map((clientId) => loadWithholdings(where, clientId)))).flat();

/** One thing that is kept back. */
export const loadWithholding = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  withholdingId: WithholdingId,
): Promise<Withholding | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    logRequestKeys.withholding(controller, clientId, withholdingId),
    Withholding,
  );
