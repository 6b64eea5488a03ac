import * as z from 'zod';
import { mustSupervise } from '../../shared/access/supervision.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import {
  allCasesOfUnit,
  allCasesOfWorker,
  childrenIn,
  countOwnClients,
  mostChildren,
} from '../../shared/domain/cases/load.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { countDeadlines, spanOfList } from '../../shared/domain/deadlines/worklists.ts';
import { type UnitId, UserId } from '../../shared/kernel/id.ts';
import { indexKeys } from '../../shared/table/keys.ts';

const Count = z.strictObject({ count: z.int(), more: z.boolean() });

const WorkerLoad = z.strictObject({
  userId: UserId,
  /** Active cases the worker is responsible for in this unit, and in all units. */
  casesOfUnit: z.int(),
  cases: z.int(),
  /** Children of child-welfare cases, in all units: what the law limits. */
  children: z.int(),
  tooManyChildren: z.boolean(),
  ownClients: Count,
  openDeadlines: Count,
  lateDeadlines: Count,
});
type WorkerLoad = z.infer<typeof WorkerLoad>;

export const UnitLoad = z
  .strictObject({
    workers: z.array(WorkerLoad),
    /** Active cases of the unit for which nobody is responsible. */
    unassigned: z.int(),
    childrenLimit: z.int().optional(),
  })
  .meta({ id: 'UnitLoad' });
type UnitLoad = z.infer<typeof UnitLoad>;

/** How the work of a unit is divided: for each worker who has a case of it, numbers and no client's name. */
export async function readLoad(
  context: ActContext,
  { params: { unitId } }: { params: { unitId: UnitId } },
): Promise<Reading<UnitLoad>> {
  const { services, actor, today } = context;
  mustSupervise(actor, unitId);
  const [cases, { followUp }] = await Promise.all([
    allCasesOfUnit(services, actor.controller, unitId),
    settingsOf(services, actor.controller),
  ]);
  const most = mostChildren(today, followUp.childrenPerWorker);
  const workerIds = cases.flatMap(({ responsibleWorkerId }) => responsibleWorkerId ?? []);
  const workers = await Promise.all(
    [...new Set(workerIds)].toSorted().map(async (userId): Promise<WorkerLoad> => {
      const ofUnit = cases.filter(({ responsibleWorkerId }) => responsibleWorkerId === userId);
      const load = await loadOf(context, userId);
      const tooManyChildren = most !== undefined && load.children > most;
      return { userId, casesOfUnit: distinct(ofUnit), ...load, tooManyChildren };
    }),
  );
  const unassigned = distinct(cases.filter(({ responsibleWorkerId }) => responsibleWorkerId === undefined));
  return {
    line: {
      clients: [],
      resources: [
        { kind: 'unit', id: unitId },
        ...workers.map(({ userId }) => ({ kind: 'user' as const, id: userId })),
      ],
      dataGroups: ['case', 'deadlines'],
    },
    body: () => ({ workers, unassigned, ...(most === undefined ? {} : { childrenLimit: most }) }),
  };
}

/** A shared case has a row for each client and is one case. */
const distinct = (cases: readonly { caseId: string }[]): number =>
  new Set(cases.map(({ caseId }) => caseId)).size;

async function loadOf(
  { services, actor: { controller }, today }: ActContext,
  workerId: UserId,
): Promise<Omit<WorkerLoad, 'userId' | 'casesOfUnit' | 'tooManyChildren'>> {
  const countIn = (span: Parameters<typeof countDeadlines>[3]) =>
    countDeadlines(services, controller, { workerId }, span);
  const [cases, ownClients, openDeadlines, lateDeadlines] = await Promise.all([
    allCasesOfWorker(services, controller, workerId),
    countOwnClients(services, controller, workerId),
    countIn(indexKeys.spans.deadlines),
    countIn(spanOfList('late', today, 0)),
  ]);
  return {
    cases: distinct(cases),
    children: childrenIn(cases).size,
    ownClients,
    openDeadlines,
    lateDeadlines,
  };
}
