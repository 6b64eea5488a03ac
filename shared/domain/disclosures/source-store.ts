import type { ActContext } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { ClientId, SourceRequestId } from '../../kernel/id.ts';
import { clientKeys, type Key } from '../../table/keys.ts';
import { allOfClient } from '../../table/lists.ts';
import { getItem } from '../../table/read.ts';
import { ReceiptContent, SourceContent, SourceRequest } from './source-request.ts';

/** Requests to others, and what came, as they are stored. */

type Where = Pick<ActContext, 'services' | 'actor'>;

const place = (key: Key, attribute: 'content' | 'receipt') => recordPlace(key, attribute);

export const sealSource = (ring: KeyRing, key: Key, content: SourceContent): Promise<Sealed> =>
  ring.seal(undefined, place(key, 'content'), 1, content);
export const openSource = (ring: KeyRing, item: SourceRequest): Promise<SourceContent> =>
  ring.open(item.content, place(item, 'content'), SourceContent);

export const sealReceipt = (
  ring: KeyRing,
  key: Key,
  version: number,
  content: ReceiptContent,
): Promise<Sealed> => ring.seal(undefined, place(key, 'receipt'), version, content);
export const openReceipt = async (ring: KeyRing, item: SourceRequest): Promise<ReceiptContent | undefined> =>
  item.receipt === undefined
    ? undefined
    : ring.open(item.receipt.content, place(item, 'receipt'), ReceiptContent);

/** What was asked of others about a client, and what came, the earliest first: some dozens at most. */
export const loadSourceRequests = (where: Where, clientId: ClientId): Promise<SourceRequest[]> =>
  allOfClient(where, clientId, clientKeys.spans.sourceRequests, SourceRequest);

/** One of them. */
export const loadSourceRequest = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  sourceRequestId: SourceRequestId,
): Promise<SourceRequest | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    clientKeys.sourceRequest(controller, clientId, sourceRequestId),
    SourceRequest,
  );
