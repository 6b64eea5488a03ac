import { mayUseDocument } from '../../shared/access/visible-documents.ts';
import type { LinePart } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import type { Paper } from '../../shared/domain/papers/model.ts';
import { loadPaper } from '../../shared/domain/papers/store.ts';
import type { PaperId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

/** The paper, where the worker's task covers it: the same rule as for what is kept in the system (U-11.12). */
export async function findPaper(context: ClientContext, paperId: PaperId): Promise<Paper> {
  refuseMerged(context.file.head);
  const paper = await loadPaper(context, context.file.head.clientId, paperId);
  if (paper === undefined || !mayUseDocument(context.actor, paper, context.today)) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  return paper;
}

export const lineOfPaper = (
  { clientId, paperId, version, serviceTasks }: Paper,
  changedFields: readonly string[] = [],
): LinePart => ({
  clients: [clientId],
  resources: [{ kind: 'paper', id: paperId, version, serviceTasks }],
  dataGroups: ['papers'],
  changedFields,
});
