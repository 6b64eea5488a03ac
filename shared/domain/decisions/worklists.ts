import * as z from 'zod';
import type { Identity } from '../../access/actor.ts';
import type { ControllerId, UnitId, UserId } from '../../kernel/id.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { Services } from '../../services.ts';
import { clientKeys, indexKeys, type Span } from '../../table/keys.ts';
import { batchGet, countUpTo, type LastKey, type Page, type Question, query } from '../../table/read.ts';
import { DecisionHead } from './model.ts';

/** What waits for a decider, and what a worker prepares: rows of indexes, which say where to look and permit nothing. */

type Asked = { limit: number; after?: LastKey | undefined };

const decisionsAt = (
  services: Services,
  controller: ControllerId,
  at: Pick<Question, 'index' | 'pk' | 'span'>,
  { limit, after }: Asked,
): Promise<Page<DecisionHead>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      span: indexKeys.spans.decisions,
      ...at,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    DecisionHead,
  );

/** The decisions that wait for a decider in a unit, the longest prepared first. */
export const proposalsOfUnit = (
  services: Services,
  controller: ControllerId,
  unitId: UnitId,
  asked: Asked,
): Promise<Page<DecisionHead>> =>
  decisionsAt(services, controller, { index: 'gsi2', pk: indexKeys.unit(controller, unitId) }, asked);

/** The decisions that this worker prepares or has proposed. */
export const decisionsOfPreparer = (
  services: Services,
  { controller, userId }: Pick<Identity, 'controller' | 'userId'>,
  asked: Asked,
): Promise<Page<DecisionHead>> =>
  decisionsAt(services, controller, { index: 'gsi1', pk: indexKeys.worker(controller, userId) }, asked);

/** `ripe`: legal force is to be confirmed, for its day has come. `coming`: it comes soon. */
export const ForceList = z.enum(['ripe', 'coming']).meta({ id: 'DecisionForceList' });
export type ForceList = z.infer<typeof ForceList>;

/** Whose: what a worker has decided, or what was decided in a unit. */
export type Holder = { deciderId: UserId } | { unitId: UnitId };

const placeOf = (controller: ControllerId, holder: Holder) =>
  'deciderId' in holder
    ? ({ index: 'gsi1', pk: indexKeys.worker(controller, holder.deciderId) } as const)
    : ({ index: 'gsi2', pk: indexKeys.unit(controller, holder.unitId) } as const);

/** The rows of a list: up to this day, or from the next one so many days. */
export const spanOfForce = (list: ForceList, today: LocalDate, comingDays: number): Span =>
  indexKeys.forcesOfDays(
    list === 'ripe' ? { to: today } : { from: addDays(today, 1), to: addDays(today, comingDays) },
  );

/** The decisions whose legal force is expected in a span of days, the earliest first: one query by key. */
export const decisionsByForce = (
  services: Services,
  controller: ControllerId,
  holder: Holder,
  { span, ...asked }: Asked & { span: Span },
): Promise<Page<DecisionHead>> =>
  decisionsAt(services, controller, { ...placeOf(controller, holder), span }, asked);

export const countByForce = (
  services: Services,
  controller: ControllerId,
  holder: Holder,
  span: Span,
): Promise<{ count: number; more: boolean }> =>
  countUpTo(services.tables, controller, {
    table: 'records',
    ...placeOf(controller, holder),
    span,
  });

/** The same decisions as they stand: an index is a moment behind. */
export const loadOpenDecisions = (
  services: Services,
  controller: ControllerId,
  rows: readonly Pick<DecisionHead, 'clientId' | 'decisionId'>[],
): Promise<DecisionHead[]> =>
  batchGet(
    services.tables,
    controller,
    'records',
    rows.map(({ clientId, decisionId }) => clientKeys.decision(controller, clientId, decisionId)),
    DecisionHead,
  );
