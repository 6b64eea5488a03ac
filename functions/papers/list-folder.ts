import * as z from 'zod';
import { listedClients } from '../../shared/access/listed-clients.ts';
import { coversTasks, grantsInUnit } from '../../shared/access/unit-grants.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { ClientLabel } from '../../shared/crypto/key-ring.ts';
import { Paper } from '../../shared/domain/papers/model.ts';
import { loadFolder, papersOfFolder } from '../../shared/domain/papers/store.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import type { FolderId, UnitId } from '../../shared/kernel/id.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

const PaperRow = z
  .strictObject({
    ...Paper.pick({
      paperId: true,
      clientId: true,
      what: true,
      kind: true,
      serviceTasks: true,
      paperDate: true,
      sheets: true,
      state: true,
      lentTo: true,
      lentOn: true,
      dueOn: true,
    }).shape,
    client: ClientLabel.omit({ former: true }),
    late: z.boolean(),
  })
  .meta({ id: 'PaperRow' });

export const FolderPapers = z
  .strictObject({ papers: z.array(PaperRow).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'FolderPapers' });
type FolderPapers = z.infer<typeof FolderPapers>;

/**
 * What stands in a folder and what of it is lent, for whoever takes care of it: whose each paper is and of what kind,
 * and no titles, for no file is opened. Only papers of the service tasks of the worker's grant in the unit.
 */
export async function listFolder(
  context: ActContext,
  {
    params: { unitId, folderId },
    query: { cursor, limit = PAGE_OF_CLIENTS },
  }: { params: { unitId: UnitId; folderId: FolderId }; query: z.infer<typeof PageQuery> },
): Promise<Reading<FolderPapers>> {
  const grants = grantsInUnit(context, unitId);
  const after = await openCursor(context, folderId, cursor);
  const [folder, page] = await Promise.all([
    loadFolder(context, unitId, folderId),
    papersOfFolder(context, folderId, { limit, ...(after === undefined ? {} : { after }) }),
  ]);
  if (folder === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const covered = page.items.filter(
    ({ serviceTasks, sensitivity }) => sensitivity === 'ordinary' && coversTasks(grants, serviceTasks),
  );
  const clients = await listedClients(
    context,
    covered.map(({ clientId }) => clientId),
  );
  const papers = covered.flatMap((paper) => {
    const listed = clients.get(paper.clientId);
    return listed === undefined ? [] : [{ paper, label: listed.label }];
  });
  return {
    line: {
      clients: [...new Set(papers.map(({ paper }) => paper.clientId))],
      resources: [
        { kind: 'paperFolder', id: folderId },
        ...papers.map(({ paper: { paperId, clientId, serviceTasks } }) => ({
          kind: 'paper' as const,
          id: paperId,
          client: clientId,
          serviceTasks,
        })),
      ],
      dataGroups: ['papers', 'identity'],
    },
    body: async () => {
      const next = await sealCursor(context, folderId, page.lastKey);
      return {
        papers: papers.map(({ paper, label }) => rowOf(paper, label, context.today)),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}

function rowOf(
  paper: Paper,
  client: z.infer<typeof PaperRow>['client'],
  today: LocalDate,
): z.infer<typeof PaperRow> {
  const { paperId, clientId, what, kind, serviceTasks, paperDate, sheets, state, lentTo, lentOn, dueOn } =
    paper;
  return {
    paperId,
    clientId,
    what,
    kind,
    serviceTasks,
    ...(paperDate === undefined ? {} : { paperDate }),
    sheets,
    state,
    ...(lentTo === undefined ? {} : { lentTo }),
    ...(lentOn === undefined ? {} : { lentOn }),
    ...(dueOn === undefined ? {} : { dueOn }),
    client,
    late: dueOn !== undefined && dueOn < today,
  };
}
