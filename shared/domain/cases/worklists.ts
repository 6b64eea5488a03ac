import type { Identity } from '../../access/actor.ts';
import type { ControllerId, UnitId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import { clientKeys, indexKeys } from '../../table/keys.ts';
import { rowsOfUnit } from '../../table/lists.ts';
import { batchGet, type LastKey, type Page, type Question, query } from '../../table/read.ts';
import { ClientHead } from '../clients/model.ts';
import { CaseHead } from './model.ts';

/** What lies in the hands of a worker or a unit: rows of indexes, which say where to look and permit nothing. */

type Asked = { limit: number; after?: LastKey | undefined };

const paged = ({ limit, after }: Asked) => ({ limit, ...(after === undefined ? {} : { after }) });

/** Whose own worker this worker is. */
export const clientsOfWorker = (
  services: Services,
  { controller, userId }: Pick<Identity, 'controller' | 'userId'>,
  asked: Asked,
): Promise<Page<ClientHead>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      index: 'gsi1',
      pk: indexKeys.worker(controller, userId),
      span: indexKeys.spans.clients,
      ...paged(asked),
    },
    ClientHead,
  );

/** Clients of a unit who have not been told how their data are processed, the longest waiting first. */
export const uninformedOfUnit = (
  services: Services,
  controller: ControllerId,
  unitId: UnitId,
  asked: Asked,
): Promise<Page<ClientHead>> =>
  rowsOfUnit(services, controller, unitId, { span: indexKeys.spans.uninformed, ...asked }, ClientHead);

const casesAt = (
  services: Services,
  controller: ControllerId,
  at: Pick<Question, 'index' | 'pk'>,
  asked: Asked,
): Promise<Page<CaseHead>> =>
  query(
    services.tables,
    controller,
    { table: 'records', ...at, span: indexKeys.spans.cases, descending: true, ...paged(asked) },
    CaseHead,
  );

/** The active cases this worker is responsible for, the latest opened first. */
export const casesOfWorker = (
  services: Services,
  { controller, userId }: Pick<Identity, 'controller' | 'userId'>,
  asked: Asked,
): Promise<Page<CaseHead>> =>
  casesAt(services, controller, { index: 'gsi1', pk: indexKeys.worker(controller, userId) }, asked);

/** The active cases of a unit, the latest opened first. */
export const casesOfUnit = (
  services: Services,
  controller: ControllerId,
  unitId: UnitId,
  asked: Asked,
): Promise<Page<CaseHead>> =>
  casesAt(services, controller, { index: 'gsi2', pk: indexKeys.unit(controller, unitId) }, asked);

/** Cases of a unit that are active, or that it has closed, the earliest first: a page of whom a study is about. */
export const casesEverOfUnit = (
  services: Services,
  controller: ControllerId,
  unitId: UnitId,
  { which, ...asked }: Asked & { which: 'cases' | 'closedCases' },
): Promise<Page<CaseHead>> =>
  rowsOfUnit(services, controller, unitId, { span: indexKeys.spans[which], ...asked }, CaseHead);

/** The same cases as they stand: an index is a moment behind. */
export const loadActiveCases = (
  services: Services,
  controller: ControllerId,
  rows: readonly Pick<CaseHead, 'clientId' | 'caseId'>[],
): Promise<CaseHead[]> =>
  batchGet(
    services.tables,
    controller,
    'records',
    rows.map(({ clientId, caseId }) => clientKeys.activeCase(controller, clientId, caseId)),
    CaseHead,
  );
