import * as z from 'zod';
import { whoMarks } from '../../shared/access/who-marks.ts';
import type { Answer, Change, Plan } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { AttachmentHead } from '../../shared/domain/attachments/model.ts';
import { indexedAttachment } from '../../shared/domain/attachments/store.ts';
import { type Doer, GivenReason, type Reason } from '../../shared/domain/case-notes/model.ts';
import { loggedReason, newReasonId, sealReason } from '../../shared/domain/case-notes/texts.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { AttachmentId } from '../../shared/kernel/id.ts';
import { findAttachment, lineOfAttachment } from './find-attachment.ts';

export const MarkAttachment = z.strictObject({ reason: GivenReason }).meta({ id: 'MarkAttachment' });
export type MarkAttachment = z.infer<typeof MarkAttachment>;

export const AttachmentMarked = z
  .strictObject({ attachmentId: AttachmentId, version: z.int() })
  .meta({ id: 'AttachmentMarked' });
export type AttachmentMarked = z.infer<typeof AttachmentMarked>;

export type MarkInput = { params: { attachmentId: AttachmentId }; body: MarkAttachment; version: number };

/** What both marks have in common: who may, the sealed ground, and one commit with its line. */
export async function markAttachment(
  context: ClientContext,
  { params, body, version }: MarkInput,
  mark: (head: AttachmentHead, reason: Reason, by: Doer) => AttachmentHead,
  more: {
    fields: readonly string[];
    besides?: (head: AttachmentHead) => Promise<{
      changes: readonly Change[];
      events: NonNullable<Plan<unknown>['events']>;
    }>;
  },
): Promise<Answer<AttachmentMarked>> {
  const head = await findAttachment(context, params.attachmentId);
  expectVersion(head, version);
  const by = await whoMarks(context, { writtenBy: head.author.userId }, body.reason.presentUserId);
  const at = { key: head, version: head.version + 1 };
  const reason = await sealReason(ringOf(context), head, at, {
    ...body.reason,
    reasonId: newReasonId(context.services),
  });
  const next = await indexedAttachment(context, mark(head, reason, by));
  const besides = await more.besides?.(head);
  return commit(context, {
    changes: [{ put: next, when: { version } }, ...(besides?.changes ?? [])],
    events: besides?.events ?? [],
    line: { ...lineOfAttachment(next, more.fields), reasonId: loggedReason(reason) },
    answer: { body: { attachmentId: head.attachmentId, version: next.version }, version: next.version },
  });
}
