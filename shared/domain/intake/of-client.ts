import type { ActContext, Change } from '../../act.ts';
import { MatterKeyOfClient } from '../../crypto/matter-ring.ts';
import type { ClientId, ControllerId, MatterId } from '../../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import { clientKeys, keyKeys, matterKeys } from '../../table/keys.ts';
import { getItem, type LastKey, type Page, query, queryAll } from '../../table/read.ts';
import { keptTies } from '../clients/as-it-stood.ts';
import { type ClientHead, MOST_AT_HAND } from '../clients/model.ts';
import { indexed } from '../clients/store.ts';
import { type IntakeMatter, MatterOfClient } from './model.ts';
import { INTAKE_REFUSALS } from './refusals.ts';
import type { Mover } from './transitions.ts';

/** Intake matters as they stand in the files of the clients whom they concern. */

type Where = Pick<ActContext, 'services' | 'actor'>;

/** The client's head with the matter at hand: whose hands it is in now, or nobody's when it has been handled. */
export function withMatter(
  head: ClientHead,
  matter: IntakeMatter,
  isAtHand: boolean,
  mover: Mover,
): ClientHead {
  const { mattersAtHand = [], ...rest } = head;
  const { matterId, unitId, serviceTasks, workerId } = matter;
  const others = mattersAtHand.filter((one) => one.matterId !== matterId);
  if (isAtHand && others.length >= MOST_AT_HAND) throw new Refusal(INTAKE_REFUSALS.tooManyAtHand);
  const atHand = isAtHand
    ? [...others, { matterId, unitId, serviceTasks, ...(workerId === undefined ? {} : { workerId }) }]
    : others;
  return {
    ...rest,
    ...changed(head, mover.now, mover.by),
    ...keptTies(head, mover.now),
    ...(atHand.length === 0 ? {} : { mattersAtHand: atHand }),
  };
}

/** A head is changed beside the matter: that somebody else changed it meanwhile says nothing of what was read. */
export const headChange = (controller: ControllerId, before: ClientHead, after: ClientHead): Change => ({
  put: indexed(after, controller),
  when: { version: before.version },
  otherwise: COMMON_REFUSALS.conflict,
});

/** In the files of those already linked, the matter is at hand where it has gone. */
export const movedAtHand = (
  { actor, now }: ActContext,
  heads: readonly ClientHead[],
  after: IntakeMatter,
): Change[] =>
  heads
    .filter(({ mattersAtHand = [] }) => mattersAtHand.some(({ matterId }) => matterId === after.matterId))
    .map((head) =>
      headChange(actor.controller, head, withMatter(head, after, true, { now, by: actor.userId })),
    );

export const loadMatterOfClient = async (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  matterId: MatterId,
): Promise<MatterOfClient | undefined> => {
  const [open, handled] = await Promise.all(
    [matterKeys.openOfClient, matterKeys.handledOfClient].map((keyOf) =>
      getItem(services.tables, controller, 'records', keyOf(controller, clientId, matterId), MatterOfClient),
    ),
  );
  return open ?? handled;
};

/** The matters of a client that are being handled: at most some. */
export const loadOpenMatters = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
): Promise<MatterOfClient[]> =>
  queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      pk: clientKeys.partition(controller, clientId),
      span: matterKeys.spans.openOfClient,
      descending: true,
    },
    MatterOfClient,
  );

/** The matters of a client that have been handled, the latest received first. */
export const loadHandledMatters = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  { limit, after }: { limit: number; after?: LastKey | undefined },
): Promise<Page<MatterOfClient>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: clientKeys.partition(controller, clientId),
      span: matterKeys.spans.handledOfClient,
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    MatterOfClient,
  );

/** The matter's key as it is wrapped for this client. */
export const loadMatterKeyOfClient = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  matterId: MatterId,
): Promise<MatterKeyOfClient | undefined> =>
  getItem(
    services.tables,
    controller,
    'keys',
    keyKeys.matterKeyOfClient(controller, matterId, clientId),
    MatterKeyOfClient,
  );
