import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import type { AttachmentHead, SupersededAttachment } from '../../shared/domain/attachments/model.ts';
import { openFile } from '../../shared/domain/attachments/open-file.ts';
import { ATTACHMENT_REFUSALS } from '../../shared/domain/attachments/refusals.ts';
import { loadSuperseded, openContent, PART_CHUNKS, partsOf } from '../../shared/domain/attachments/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import type { AttachmentId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { findAttachment, lineOfAttachment } from './find-attachment.ts';

export const PartQuery = z.strictObject({ part: z.coerce.number().int().min(1).max(100).default(1) });
type PartQuery = z.infer<typeof PartQuery>;

type Input = { params: { attachmentId: AttachmentId }; query: PartQuery };

/** Opens a part of an attachment's file. The parts, put one after another, are the file. */
export async function readContent(
  context: ClientContext,
  { params, query }: Input,
): Promise<Reading<FileAnswer>> {
  return partOf(context, await findAttachment(context, params.attachmentId), query);
}

/** Opens a part of the file that stood before a correction. */
export async function readVersionContent(
  context: ClientContext,
  { params, query }: Input & { params: { correction: number } },
): Promise<Reading<FileAnswer>> {
  const head = await findAttachment(context, params.attachmentId);
  const versions = await loadSuperseded(context, head.clientId, head.attachmentId);
  const version = versions.find(({ correction }) => correction === params.correction);
  if (version === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return partOf(context, version, query);
}

function partOf(
  context: ClientContext,
  item: AttachmentHead | SupersededAttachment,
  { part }: PartQuery,
): Reading<FileAnswer> {
  if (item.content === undefined) throw new Refusal(ATTACHMENT_REFUSALS.isMark);
  if (part > partsOf(item.bytes)) throw new Refusal(ATTACHMENT_REFUSALS.noPart);
  return {
    line: { ...lineOfAttachment(item), historyFrom: item.uploadedAt },
    body: () => openPart(context, item, part),
  };
}

async function openPart(
  context: ClientContext,
  item: AttachmentHead | SupersededAttachment,
  part: number,
): Promise<FileAnswer> {
  const content = await openContent(ringOf(context), item);
  if (content === undefined) throw new Error('The sealed file of an attachment is gone.');
  const chunks = { first: (part - 1) * PART_CHUNKS, count: PART_CHUNKS };
  return {
    kind: 'application/octet-stream',
    bytes: await openFile(context, item, content, chunks),
    name: `${item.attachmentId}-${part}.bin`,
  };
}
