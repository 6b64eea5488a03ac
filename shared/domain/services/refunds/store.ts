import type { ActContext } from '../../../act.ts';
import type { KeyRing } from '../../../crypto/key-ring.ts';
import { recordPlace } from '../../../crypto/place.ts';
import type { Sealed } from '../../../crypto/sealed.ts';
import type { ClientId, RefundMarkId } from '../../../kernel/id.ts';
import { type Key, refundKeys } from '../../../table/keys.ts';
import { allOfClient } from '../../../table/lists.ts';
import { getItem } from '../../../table/read.ts';
import { RefundContent, RefundMark } from './model.ts';

/** What is stored of refunds of the state and how it is found. */

type Where = Pick<ActContext, 'services' | 'actor'>;

const placeOf = (key: Key) => recordPlace(key, 'content');

export const sealRefund = (ring: KeyRing, key: Key, content: RefundContent): Promise<Sealed> =>
  ring.seal(undefined, placeOf(key), 1, content);

export const openRefund = (ring: KeyRing, mark: RefundMark): Promise<RefundContent> =>
  ring.open(mark.content, placeOf(mark), RefundContent);

/** All marks of a client, those that are over too: a handful. */
export const loadRefunds = (where: Where, clientId: ClientId): Promise<RefundMark[]> =>
  allOfClient(where, clientId, refundKeys.spans.marks, RefundMark);

/** One mark. */
export const loadRefund = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  id: RefundMarkId,
): Promise<RefundMark | undefined> =>
  getItem(services.tables, controller, 'records', refundKeys.mark(controller, clientId, id), RefundMark);
