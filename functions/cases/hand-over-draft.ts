import type { ActContext, Change, StoredItem } from '../../shared/act.ts';
import { indexedDraft, loadDraft } from '../../shared/domain/case-notes/drafts.ts';
import type { HandOver } from '../../shared/domain/cases/hand-over.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import { loadHeads } from '../../shared/domain/clients/store.ts';
import { indexedDocumentDraft, loadDocumentDraft } from '../../shared/domain/documents/drafts.ts';
import type { DocumentDraft } from '../../shared/domain/documents/model.ts';
import type { ServiceTask } from '../../shared/domain/service-tasks.ts';
import type { ClientId, DraftId, UserId } from '../../shared/kernel/id.ts';
import { changed } from '../../shared/table/item.ts';
import { userKeys } from '../../shared/table/keys.ts';
import { type Handed, ofHandOver } from './handed.ts';

type Draft = StoredItem & {
  draftId: DraftId;
  clientId: ClientId;
  serviceTasks: readonly ServiceTask[];
};

/** A draft of an entry: unopened, as its own hand-over does it; its successor needs a tie of their own to open it. */
export async function handOverNoteDraft(
  context: ActContext,
  job: HandOver,
  draftId: DraftId,
): Promise<Handed> {
  const draft = await loadDraft(context, job.fromWorkerId, draftId);
  if (draft === undefined || draft.unitId !== job.unitId) return 'nothing';
  const { controller } = context.actor;
  const key = userKeys.draft(controller, job.successorId, draftId);
  const to = { ...draft, ...key, ...takenOver(context, job, draft) };
  return passed(context, job, draft, indexedDraft(controller, to));
}

/** The same of a document. */
export async function handOverDocumentDraft(
  context: ActContext,
  job: HandOver,
  draftId: DraftId,
): Promise<Handed> {
  const draft = await loadDocumentDraft(context, job.fromWorkerId, draftId);
  if (draft === undefined || draft.unitId !== job.unitId) return 'nothing';
  return passed(context, job, draft, documentDraftPassed(context, job, draft));
}

/** The draft as the successor has it: its content lies where it lay. */
export function documentDraftPassed(context: ActContext, job: HandOver, draft: DocumentDraft): DocumentDraft {
  const { controller } = context.actor;
  const key = userKeys.documentDraft(controller, job.successorId, draft.draftId);
  return indexedDocumentDraft(controller, { ...draft, ...key, ...takenOver(context, job, draft) });
}

const takenOver = (
  { now, actor }: ActContext,
  { fromWorkerId, successorId }: HandOver,
  draft: Parameters<typeof changed<1>>[0] & { takenOverFrom?: UserId | undefined },
) => ({
  ...changed(draft, now, actor.userId),
  writerId: successorId,
  takenOverFrom: draft.takenOverFrom ?? fromWorkerId,
});

export const draftMoved = (before: StoredItem, after: StoredItem): Change[] => [
  { remove: before, when: { version: before.version } },
  { put: after, when: 'absent' },
];

async function passed(
  { services, actor }: ActContext,
  job: HandOver,
  before: Draft,
  after: Draft,
): Promise<Handed> {
  const [head] = await loadHeads(services, actor.controller, [before.clientId]);
  if (head !== undefined && isShutTo(head, job.successorId)) return 'kept';
  const { draftId, clientId, version, serviceTasks } = after;
  return {
    changes: draftMoved(before, after),
    line: {
      clients: [clientId],
      resources: [
        { kind: 'draft', id: draftId, client: clientId, version, serviceTasks: [...serviceTasks] },
        ...ofHandOver(job),
      ],
      dataGroups: ['drafts'],
      changedFields: ['writer'],
    },
    more: false,
  };
}
