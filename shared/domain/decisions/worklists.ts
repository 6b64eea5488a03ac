import type { Identity } from '../../access/actor.ts';
import type { ControllerId, UnitId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import { clientKeys, indexKeys } from '../../table/keys.ts';
import { batchGet, type LastKey, type Page, type Question, query } from '../../table/read.ts';
import { DecisionHead } from './model.ts';

/** What waits for a decider, and what a worker prepares: rows of indexes, which say where to look and permit nothing. */

type Asked = { limit: number; after?: LastKey | undefined };

const decisionsAt = (
  services: Services,
  controller: ControllerId,
  at: Pick<Question, 'index' | 'pk'>,
  { limit, after }: Asked,
): Promise<Page<DecisionHead>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      ...at,
      span: indexKeys.spans.decisions,
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
