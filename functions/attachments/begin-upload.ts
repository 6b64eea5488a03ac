import * as z from 'zod';
import { classOfOwner, type OwnedClass } from '../../shared/access/owned-class.ts';
import { phaseOfWork } from '../../shared/access/phase-of-work.ts';
import { mayUseDocument } from '../../shared/access/visible-documents.ts';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { UploadOrder } from '../../shared/domain/attachments/model.ts';
import { ATTACHMENT_REFUSALS } from '../../shared/domain/attachments/refusals.ts';
import { judgeFile, judgePlace } from '../../shared/domain/attachments/rules.ts';
import { inOrder } from '../../shared/domain/case-notes/note-class.ts';
import { mayBeWrittenOf } from '../../shared/domain/case-notes/rules.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { AttachmentId, type CaseId, UploadId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newIdInOrder } from '../../shared/new-id.ts';
import { newUpload } from './new-upload.ts';

export const UploadBegun = z
  .strictObject({ uploadId: UploadId, attachmentId: AttachmentId, version: z.int() })
  .meta({ id: 'UploadBegun' });
export type UploadBegun = z.infer<typeof UploadBegun>;

/**
 * Announces a file: what it is and what it belongs to. Nothing of the file has come yet; the answer leads to the
 * form by which it is sent.
 */
export async function beginUpload(
  context: ClientContext,
  { body: order }: { body: UploadOrder },
): Promise<Answer<UploadBegun>> {
  const { services, actor, file, today } = context;
  const [{ attachments }, owner] = await Promise.all([
    settingsOf(services, actor.controller),
    ownerOf(context, order),
  ]);
  const caseId = owner === undefined ? order.caseId : owner.caseId;
  const ofCase = activeCase(context, caseId);
  refuseErrors(ATTACHMENT_REFUSALS.notValid, [
    ...judgeFile(order, attachments, today),
    ...judgePlace(order, owner === undefined ? ofCase?.serviceTasks : undefined),
  ]);
  const itsClass = owner?.itsClass ?? classOf(context, order);
  if (!mayUseDocument(actor, itsClass, today)) throw new Refusal(ATTACHMENT_REFUSALS.classNotYours);
  if (!mayBeWrittenOf(file.head, file.cases)) throw new Refusal(ATTACHMENT_REFUSALS.noRelationship);

  const attachmentId = AttachmentId.parse(newIdInOrder(services));
  const { title, fileName, sha256, origin, documentDate, mediaType, bytes, belongsTo } = order;
  const upload = await newUpload(
    context,
    {
      attachmentId,
      clientId: file.head.clientId,
      ...(caseId === undefined ? {} : { caseId }),
      ...(belongsTo === undefined ? {} : { belongsTo }),
      ...itsClass,
      origin,
      ...(documentDate === undefined ? {} : { documentDate }),
      mediaType,
      bytes,
    },
    { title, ...(fileName === undefined ? {} : { fileName }), sha256 },
  );
  return commit(context, upload.plan);
}

function activeCase({ file }: ClientContext, caseId: CaseId | undefined): CaseHead | undefined {
  const ofCase = file.cases.find((item) => item.caseId === caseId);
  if (caseId !== undefined && ofCase === undefined) throw new Refusal(ATTACHMENT_REFUSALS.noCase);
  return ofCase;
}

/** What belongs to an entry or a document lies in its case and is seen by whom that is seen. */
async function ownerOf(
  context: ClientContext,
  { belongsTo }: UploadOrder,
): Promise<{ itsClass: OwnedClass; caseId?: CaseId } | undefined> {
  if (belongsTo === undefined) return undefined;
  const owner = await classOfOwner(context, belongsTo);
  if (owner === undefined) throw new Refusal(ATTACHMENT_REFUSALS.noOwner);
  return owner;
}

const classOf = ({ actor }: ClientContext, order: UploadOrder): OwnedClass => ({
  serviceTasks: inOrder(order.serviceTasks),
  socialServices: [...new Set(order.socialServices)].toSorted(),
  sensitivity: order.sensitivity,
  phase: order.phase ?? phaseOfWork(actor),
  kind: order.kind,
});
