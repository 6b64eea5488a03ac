import type { DateRange } from '../../kernel/date-range.ts';
import { inForce } from '../../kernel/date-range.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { ClientId, ControllerId, UnitId, UserId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import type { Services } from '../../services.ts';
import { indexKeys } from '../../table/keys.ts';
import { countUpTo, queryAll } from '../../table/read.ts';
import { CaseHead } from './model.ts';

/** Kuormitus: how much lies in the hands of a worker. */

type ChildrenRule = { most: number; validity: DateRange; status: 'verified' | 'fromMemory' };

/** Children for one responsible social worker at most: lastensuojelulaki 417/2007 § 13 b. */
const CHILDREN_PER_WORKER: readonly ChildrenRule[] = [
  {
    most: 35,
    validity: { from: LocalDate.parse('2022-01-01'), to: LocalDate.parse('2023-12-31') },
    status: 'fromMemory',
  },
  { most: 30, validity: { from: LocalDate.parse('2024-01-01') }, status: 'verified' },
];

/** What the law says on that day, or the controller where it asks for less; undefined where neither says anything. */
export function mostChildren(on: LocalDate, chosen: number | null): number | undefined {
  const law = CHILDREN_PER_WORKER.find(({ validity }) => inForce(validity, on))?.most;
  if (chosen === null || law === undefined) return chosen ?? law;
  return Math.min(chosen, law);
}

/** The active cases a worker is responsible for: a worker has some dozens. */
export const allCasesOfWorker = (
  services: Services,
  controller: ControllerId,
  userId: UserId,
): Promise<CaseHead[]> =>
  queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      index: 'gsi1',
      pk: indexKeys.worker(controller, userId),
      span: indexKeys.spans.cases,
    },
    CaseHead,
  );

/** Every active case of a unit: read by its supervisor alone, who asks how the work is divided. */
export const allCasesOfUnit = (
  services: Services,
  controller: ControllerId,
  unitId: UnitId,
): Promise<CaseHead[]> =>
  queryAll(
    services.tables,
    controller,
    { table: 'records', index: 'gsi2', pk: indexKeys.unit(controller, unitId), span: indexKeys.spans.cases },
    CaseHead,
  );

/** More own clients than this are told as «more». */
const COUNTED = 200;

/** Whose own worker the worker is, counted. */
export const countOwnClients = (
  services: Services,
  controller: ControllerId,
  userId: UserId,
): Promise<{ count: number; more: boolean }> =>
  countUpTo(services.tables, controller, {
    table: 'records',
    index: 'gsi1',
    pk: indexKeys.worker(controller, userId),
    span: indexKeys.spans.clients,
    limit: COUNTED,
  });

/** The children whose responsible social worker somebody is: clients of child-welfare cases, each once. */
export const childrenIn = (
  cases: readonly Pick<CaseHead, 'clientId' | 'serviceTasks'>[],
): ReadonlySet<ClientId> =>
  new Set(
    cases.filter(({ serviceTasks }) => serviceTasks.includes('childWelfare')).map(({ clientId }) => clientId),
  );

/** A warning and no refusal: the law sets the limit for the controller, and a child may not be left without a worker. */
export function judgeChildren(children: number, most: number | undefined): Finding[] {
  if (most === undefined || children <= most) return [];
  return [
    {
      rule: 'case.childrenPerWorker',
      severity: 'warning',
      path: '/body/responsibleWorkerId',
      source: '417/2007 § 13 b',
      message: {
        fi: `Sosiaalityöntekijällä on vastuullaan ${children} lasta; enimmäismäärä on ${most}.`,
        sv: `Socialarbetaren ansvarar för ${children} barn; det högsta antalet är ${most}.`,
        en: `The social worker is responsible for ${children} children; the limit is ${most}.`,
      },
    },
  ];
}
