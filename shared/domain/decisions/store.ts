import type { ActContext, Change } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { ClientId, ControllerId, DecisionId } from '../../kernel/id.ts';
import { outOfIndexes } from '../../table/item.ts';
import { clientKeys, indexKeys, type Key } from '../../table/keys.ts';
import { getItem, type LastKey, type Page, query, queryAll } from '../../table/read.ts';
import { DecisionContent, DecisionHead } from './model.ts';
import { ServiceRow } from './service-model.ts';
import { awaitsForce, hasEnded, PREPARATION } from './states.ts';

/** What is stored of decisions and how it is found. No rule lives here. */

type Where = Pick<ActContext, 'services' | 'actor'>;

const contentPlace = (key: Key) => recordPlace(key, 'content');

/** Sealed at its place, in a version, under the key of its case. */
export const sealDecision = (
  ring: KeyRing,
  { caseId, version }: Pick<DecisionHead, 'caseId' | 'version'>,
  key: Key,
  content: DecisionContent,
): Promise<Sealed> => ring.seal(caseId, contentPlace(key), version, content);

export const openDecision = (ring: KeyRing, head: DecisionHead): Promise<DecisionContent> =>
  ring.open(head.content, contentPlace(head), DecisionContent);

/** Where a decision lies by its state. */
export const placeOfDecision = (
  controller: ControllerId,
  { clientId, decisionId, state }: Pick<DecisionHead, 'clientId' | 'decisionId' | 'state'>,
): Key =>
  hasEnded(state)
    ? clientKeys.endedDecision(controller, clientId, decisionId)
    : clientKeys.decision(controller, clientId, decisionId);

/**
 * The head with its index attributes as its state says: a row of its preparer while it is prepared, and one of its
 * unit while it waits for the decider; then of the decider and the unit, by the day of legal force as it is expected.
 */
export function indexedDecision(head: DecisionHead, controller: ControllerId): DecisionHead {
  const rest = outOfIndexes(head);
  const { decisionId, clientId, state, preparedBy, unitId, issued, forceExpected } = head;
  if (issued !== undefined && forceExpected !== undefined && awaitsForce(state)) {
    const row = indexKeys.expectedForce(forceExpected, decisionId, clientId);
    return {
      ...rest,
      g1pk: indexKeys.worker(controller, issued.by.userId),
      g1sk: row,
      g2pk: indexKeys.unit(controller, unitId),
      g2sk: row,
    };
  }
  if (!PREPARATION.includes(state)) return rest;
  const sk = indexKeys.decision(decisionId, clientId);
  return {
    ...rest,
    g1pk: indexKeys.worker(controller, preparedBy.userId),
    g1sk: sk,
    ...(state === 'proposed' ? { g2pk: indexKeys.unit(controller, unitId), g2sk: sk } : {}),
  };
}

/** Puts a changed head where its state has it: in its place, or away from where it lay. */
export function placedDecision(
  controller: ControllerId,
  before: DecisionHead,
  after: DecisionHead,
): Change[] {
  const when = { version: before.version };
  const put = indexedDecision({ ...after, ...placeOfDecision(controller, after) }, controller);
  if (put.sk === before.sk) return [{ put, when }];
  return [
    { remove: before, when },
    { put, when: 'absent' },
  ];
}

/** One decision, whether it is under way or has ended. */
export async function loadDecision(
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  decisionId: DecisionId,
): Promise<DecisionHead | undefined> {
  const [open, ended] = await Promise.all(
    [clientKeys.decision, clientKeys.endedDecision].map((keyOf) =>
      getItem(services.tables, controller, 'records', keyOf(controller, clientId, decisionId), DecisionHead),
    ),
  );
  return open ?? ended;
}

/** Every decision of a client that is prepared, in force or under review: a handful. */
export const loadDecisions = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
): Promise<DecisionHead[]> =>
  queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      pk: clientKeys.partition(controller, clientId),
      span: clientKeys.spans.decisions,
      descending: true,
    },
    DecisionHead,
  );

/** A page of those that have ended, the latest prepared first. */
export const loadEndedDecisions = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  { limit, after }: { limit: number; after?: LastKey | undefined },
): Promise<Page<DecisionHead>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: clientKeys.partition(controller, clientId),
      span: clientKeys.spans.endedDecisions,
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    DecisionHead,
  );

/** Every copy of a decision that was sent: those whose time runs, and those that are done or did not arrive. */
export async function loadServiceRows(
  { services, actor: { controller } }: Where,
  { clientId, decisionId }: Pick<DecisionHead, 'clientId' | 'decisionId'>,
): Promise<ServiceRow[]> {
  const pk = clientKeys.partition(controller, clientId);
  const spans = [clientKeys.spans.servicesOf(decisionId), clientKeys.spans.endedServicesOf(decisionId)];
  const rows = await Promise.all(
    spans.map((span) => queryAll(services.tables, controller, { table: 'records', pk, span }, ServiceRow)),
  );
  return rows.flat().toSorted((a, b) => (a.serviceId < b.serviceId ? -1 : 1));
}

/** A copy among those whose time runs, or away from them. */
export function movedService(
  controller: ControllerId,
  before: ServiceRow,
  after: ServiceRow,
  isDone: boolean,
): Change[] {
  const { clientId, decisionId, serviceId } = after;
  const keyOf = isDone ? clientKeys.endedService : clientKeys.serviceOfNotice;
  const put = { ...after, ...keyOf(controller, clientId, decisionId, serviceId) };
  const when = { version: before.version };
  if (put.sk === before.sk) return [{ put, when }];
  return [
    { remove: before, when },
    { put, when: 'absent' },
  ];
}
