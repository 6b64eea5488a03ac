import * as z from 'zod';
import { listedClients } from '../../shared/access/listed-clients.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { ClientLabel } from '../../shared/crypto/key-ring.ts';
import { CaseHead } from '../../shared/domain/cases/model.ts';
import { loadActiveCases } from '../../shared/domain/cases/worklists.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { sealCursor } from '../../shared/http/paging.ts';
import type { Page } from '../../shared/table/read.ts';
import type { Resource } from '../../shared/trail/event.ts';

/** A row says whose case, of which tasks and in which state: what the case is called is read in the file. */
const WorklistRow = z.strictObject({
  ...CaseHead.pick({
    caseId: true,
    clientId: true,
    state: true,
    serviceTasks: true,
    wayOfOpening: true,
    openedAt: true,
    unitId: true,
    responsibleWorkerId: true,
    suspendedOn: true,
    version: true,
  }).shape,
  shared: z.boolean(),
  client: ClientLabel.omit({ former: true }),
});
type WorklistRow = z.infer<typeof WorklistRow>;

export const Worklist = z
  .strictObject({ cases: z.array(WorklistRow).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'Worklist' });
export type Worklist = z.infer<typeof Worklist>;

/**
 * A page of cases at hand. The index tells where they may be; whose they are, the cases themselves say, read anew
 * and strongly beside their clients. A shared case has a row for each of its clients.
 */
export async function worklist(
  context: ActContext,
  page: Page<CaseHead>,
  of: { question: string; mayList: (item: CaseHead) => boolean; resources?: readonly Resource[] },
): Promise<Reading<Worklist>> {
  const { services, actor } = context;
  const [cases, listed] = await Promise.all([
    loadActiveCases(services, actor.controller, page.items),
    listedClients(
      context,
      page.items.map(({ clientId }) => clientId),
    ),
  ]);
  const rows = page.items.flatMap(({ sk, pk }): WorklistRow[] => {
    const item = cases.find((candidate) => candidate.sk === sk && candidate.pk === pk);
    const client = item === undefined ? undefined : listed.get(item.clientId)?.label;
    return item === undefined || client === undefined || !of.mayList(item) ? [] : [rowOf(item, client)];
  });
  return {
    line: {
      clients: rows.map(({ clientId }) => clientId),
      resources: [
        ...(of.resources ?? []),
        ...rows.map(({ caseId, clientId, serviceTasks }) => ({
          kind: 'case' as const,
          id: caseId,
          client: clientId,
          serviceTasks,
        })),
      ],
      dataGroups: ['identity', 'case'],
    },
    body: async () => {
      const next = await sealCursor(context, of.question, page.lastKey);
      return { cases: rows, ...(next === undefined ? {} : { next }) };
    },
  };
}

function rowOf(item: CaseHead, client: WorklistRow['client']): WorklistRow {
  const { caseId, clientId, state, serviceTasks, wayOfOpening, openedAt, unitId, version } = item;
  const { responsibleWorkerId, suspendedOn, clients } = item;
  return {
    caseId,
    clientId,
    state,
    serviceTasks,
    wayOfOpening,
    openedAt,
    unitId,
    ...(responsibleWorkerId === undefined ? {} : { responsibleWorkerId }),
    ...(suspendedOn === undefined ? {} : { suspendedOn }),
    version,
    shared: clients.length > 1,
    client,
  };
}
