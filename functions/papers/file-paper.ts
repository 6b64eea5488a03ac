import * as z from 'zod';
import { classOfOwner, type OwnedClass } from '../../shared/access/owned-class.ts';
import { phaseOfWork } from '../../shared/access/phase-of-work.ts';
import { mayUseDocument } from '../../shared/access/visible-documents.ts';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { inOrder } from '../../shared/domain/case-notes/note-class.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import type { NewPaper, Paper } from '../../shared/domain/papers/model.ts';
import { PAPER_REFUSALS } from '../../shared/domain/papers/refusals.ts';
import { judgePaper } from '../../shared/domain/papers/rules.ts';
import { indexedPaper, sealPaper } from '../../shared/domain/papers/store.ts';
import { type CaseId, PaperId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { lineOfPaper } from './find-paper.ts';
import { folderFor } from './folder-for.ts';
import { mustBeKept } from './must-be-kept.ts';

export const PaperChanged = z
  .strictObject({ paperId: PaperId, version: z.int() })
  .meta({ id: 'PaperChanged' });
export type PaperChanged = z.infer<typeof PaperChanged>;

/** Registers a paper in a folder: a print, the original of what was scanned, or another paper of the client's. */
export async function filePaper(
  context: ClientContext,
  { body }: { body: NewPaper },
): Promise<Answer<PaperChanged>> {
  const { services, actor, file, now, today } = context;
  const { clientId } = file.head;
  const [, owner] = await Promise.all([mustBeKept(context), ownerOf(context, body)]);
  const caseId = owner === undefined ? body.caseId : owner.caseId;
  const ofCase = body.caseId === undefined ? undefined : activeCase(context, body.caseId);
  refuseErrors(PAPER_REFUSALS.notValid, judgePaper(body, ofCase?.serviceTasks, today));
  const itsClass = owner?.itsClass ?? classOf(context, body);
  if (!mayUseDocument(actor, itsClass, today)) throw new Refusal(PAPER_REFUSALS.classNotYours);
  await folderFor(context, body);

  const paperId = PaperId.parse(newId(services));
  const key = clientKeys.paper(actor.controller, clientId, paperId);
  const { what, of, title, paperDate, sheets, unitId, folderId } = body;
  const paper: Paper = {
    ...key,
    entity: 'paper',
    ...created(now, actor.userId),
    paperId,
    clientId,
    ...(caseId === undefined ? {} : { caseId }),
    what,
    ...(of === undefined ? {} : { of }),
    ...itsClass,
    documentClass: 'document',
    ...(paperDate === undefined ? {} : { paperDate }),
    sheets,
    unitId,
    folderId,
    state: 'filed',
    steps: [{ what: 'filed', at: now, by: actor.userId, folderId }],
    content: await sealPaper(ringOf(context), caseId, key, title),
  };
  return commit(context, {
    changes: [{ put: await indexedPaper(context, paper), when: 'absent' }],
    line: lineOfPaper(paper, ['paper']),
    answer: {
      body: { paperId, version: 1 },
      version: 1,
      location: `/v1/papers/clients/${clientId}/items/${paperId}`,
    },
  });
}

async function ownerOf(
  context: ClientContext,
  { of }: NewPaper,
): Promise<{ itsClass: OwnedClass; caseId?: CaseId } | undefined> {
  if (of === undefined) return undefined;
  const owner = await classOfOwner(context, of);
  if (owner === undefined) throw new Refusal(PAPER_REFUSALS.noOwner);
  return owner;
}

function activeCase({ file }: ClientContext, caseId: CaseId) {
  const found = file.cases.find((item) => item.caseId === caseId);
  if (found === undefined) throw new Refusal(PAPER_REFUSALS.noCase);
  return found;
}

const classOf = ({ actor }: ClientContext, paper: NewPaper): OwnedClass => ({
  serviceTasks: inOrder(paper.serviceTasks),
  socialServices: [...new Set(paper.socialServices)].toSorted(),
  sensitivity: paper.sensitivity,
  phase: paper.phase ?? phaseOfWork(actor),
  kind: paper.kind,
});
