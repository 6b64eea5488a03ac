import { whoMarks } from '../../shared/access/who-marks.ts';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ReplacementOrder } from '../../shared/domain/attachments/model.ts';
import { ATTACHMENT_REFUSALS } from '../../shared/domain/attachments/refusals.ts';
import { judgeFile } from '../../shared/domain/attachments/rules.ts';
import { refuseChanged } from '../../shared/domain/attachments/transitions.ts';
import { newReasonId } from '../../shared/domain/case-notes/texts.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { AttachmentId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import type { UploadBegun } from './begin-upload.ts';
import { findAttachment } from './find-attachment.ts';
import { newUpload } from './new-upload.ts';

/** So many superseded versions can still be removed in one transaction. */
const MOST_CORRECTIONS = 10;

/**
 * Announces a file that takes the place of another: until it has come and was found sound, the other stands. Who may
 * is who may correct an entry (L-11.5); both files stay, with the ground.
 */
export async function replaceAttachment(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: { attachmentId: AttachmentId }; body: ReplacementOrder; version: number },
): Promise<Answer<UploadBegun>> {
  const { services, actor, today } = context;
  const [head, { attachments }] = await Promise.all([
    findAttachment(context, params.attachmentId),
    settingsOf(services, actor.controller),
  ]);
  expectVersion(head, version);
  refuseChanged(head);
  if (head.correction >= MOST_CORRECTIONS) throw new Refusal(ATTACHMENT_REFUSALS.tooManyVersions);
  const { reason, title, fileName, sha256, origin, documentDate, mediaType, bytes } = body;
  const by = await whoMarks(context, { writtenBy: head.author.userId }, reason.presentUserId);
  refuseErrors(ATTACHMENT_REFUSALS.notValid, judgeFile(body, attachments, today));

  const { attachmentId, clientId, caseId, belongsTo } = head;
  const { serviceTasks, socialServices, sensitivity, phase, kind } = head;
  const { ground, initiator } = reason;
  const upload = await newUpload(
    context,
    {
      attachmentId,
      clientId,
      ...(caseId === undefined ? {} : { caseId }),
      ...(belongsTo === undefined ? {} : { belongsTo }),
      serviceTasks,
      socialServices,
      sensitivity,
      phase,
      kind,
      origin,
      ...(documentDate === undefined ? {} : { documentDate }),
      mediaType,
      bytes,
      replaces: { version, by, reasonId: newReasonId(services), ground, initiator },
    },
    { title, ...(fileName === undefined ? {} : { fileName }), sha256, reason: reason.words },
  );
  return commit(context, upload.plan);
}
