import * as z from 'zod';
import { ATTACHMENT_ACTIONS } from '../../shared/access/actions/attachments.ts';
import { inMerged } from '../../shared/access/in-merged.ts';
import { ATTACHMENT_REFUSALS } from '../../shared/domain/attachments/refusals.ts';
import { AttachmentView } from '../../shared/domain/attachments/view.ts';
import { NOTE_REFUSALS } from '../../shared/domain/case-notes/refusals.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { FileAnswer, type FileChoice } from '../../shared/http/file-answer.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { AttachmentId, ClientId } from '../../shared/kernel/id.ts';
import { invalidateAttachment } from './invalidate-attachment.ts';
import { AttachmentPage, AttachmentsQuery, listAttachments } from './list-attachments.ts';
import { AttachmentMarked, MarkAttachment } from './mark-attachment.ts';
import { readAttachment } from './read-attachment.ts';
import { PartQuery, readContent, readVersionContent } from './read-content.ts';
import { AttachmentVersions, readVersions } from './read-versions.ts';
import { removeAttachment } from './remove-attachment.ts';

const OfClient = z.strictObject({ clientId: ClientId });
const OfMerged = OfClient.extend({ sourceId: ClientId });
const OneAttachment = OfClient.extend({ attachmentId: AttachmentId });
const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});

const PART: FileChoice<unknown> = {
  kinds: ['application/octet-stream'],
  kindOf: () => 'application/octet-stream',
};

const MARKING_REFUSALS = [
  CLIENT_REFUSALS.merged,
  NOTE_REFUSALS.notTheAuthor,
  NOTE_REFUSALS.presenceNeeded,
  ATTACHMENT_REFUSALS.isMark,
];
const reason: z.input<typeof MarkAttachment>['reason'] = {
  ground: 'unnecessary',
  initiator: 'ownInitiative',
  words: 'Ei kuulu asian hoitamiseen.',
};

export const attachmentRoutes: readonly Route[] = [
  readOfClient({
    method: 'GET',
    path: '/v1/attachments/clients/{clientId}',
    action: ATTACHMENT_ACTIONS.list,
    event: 'AttachmentsListed',
    summary: 'A page of a client’s attachments, or of those of one entry or one case.',
    params: OfClient,
    query: AttachmentsQuery,
    returns: AttachmentPage,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: listAttachments,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/attachments/clients/{clientId}/merged/{sourceId}',
    action: ATTACHMENT_ACTIONS.listMerged,
    event: 'MergedAttachmentsListed',
    summary: 'A page of the attachments of a client that was merged into this one.',
    params: OfMerged,
    query: AttachmentsQuery,
    returns: AttachmentPage,
    client: ofPath,
    handle: inMerged(listAttachments),
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/attachments/clients/{clientId}/attachments/{attachmentId}',
    action: ATTACHMENT_ACTIONS.read,
    event: 'AttachmentRead',
    summary: 'What an attachment is: title, type, length, pages, parts and checksum.',
    params: OneAttachment,
    returns: AttachmentView,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: readAttachment,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/attachments/clients/{clientId}/attachments/{attachmentId}/versions',
    action: ATTACHMENT_ACTIONS.readVersions,
    event: 'SupersededAttachmentsRead',
    summary: 'The versions of an attachment whose place another file took.',
    params: OneAttachment,
    returns: AttachmentVersions,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: readVersions,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/attachments/clients/{clientId}/attachments/{attachmentId}/content',
    action: ATTACHMENT_ACTIONS.readContent,
    event: 'AttachmentOpened',
    summary: 'A part of the file, of 4 MB at most. The parts, put one after another, are the file.',
    params: OneAttachment,
    query: PartQuery,
    returns: FileAnswer,
    file: PART,
    refusals: [CLIENT_REFUSALS.merged, ATTACHMENT_REFUSALS.isMark, ATTACHMENT_REFUSALS.noPart],
    client: ofPath,
    handle: readContent,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/attachments/clients/{clientId}/merged/{sourceId}/attachments/{attachmentId}/content',
    action: ATTACHMENT_ACTIONS.readMergedContent,
    event: 'MergedAttachmentOpened',
    summary: 'A part of a file of a client that was merged into this one.',
    params: OfMerged.extend({ attachmentId: AttachmentId }),
    query: PartQuery,
    returns: FileAnswer,
    file: PART,
    refusals: [ATTACHMENT_REFUSALS.isMark, ATTACHMENT_REFUSALS.noPart],
    client: ofPath,
    handle: inMerged(readContent),
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/attachments/clients/{clientId}/attachments/{attachmentId}/versions/{correction}/content',
    action: ATTACHMENT_ACTIONS.readVersionContent,
    event: 'SupersededAttachmentOpened',
    summary: 'A part of the file that stood before another took its place.',
    params: OneAttachment.extend({ correction: z.coerce.number().int().min(0).max(100) }),
    query: PartQuery,
    returns: FileAnswer,
    file: PART,
    refusals: [CLIENT_REFUSALS.merged, ATTACHMENT_REFUSALS.isMark, ATTACHMENT_REFUSALS.noPart],
    client: ofPath,
    handle: readVersionContent,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/attachments/clients/{clientId}/attachments/{attachmentId}/invalidate',
    action: ATTACHMENT_ACTIONS.invalidate,
    event: 'AttachmentInvalidated',
    summary: 'Marks an attachment as of no force; it stays readable.',
    writes: 'changes',
    params: OneAttachment,
    body: MarkAttachment,
    returns: AttachmentMarked,
    refusals: [...MARKING_REFUSALS, ATTACHMENT_REFUSALS.isInvalidated],
    example: { reason: { ...reason, ground: 'erroneous', words: 'Toisen henkilön todistus.' } },
    client: ofPath,
    handle: invalidateAttachment,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/attachments/clients/{clientId}/attachments/{attachmentId}/remove',
    action: ATTACHMENT_ACTIONS.remove,
    event: 'AttachmentRemoved',
    summary: 'Removes an unneeded attachment: the file goes, a mark stays.',
    writes: 'changes',
    params: OneAttachment,
    body: MarkAttachment,
    returns: AttachmentMarked,
    refusals: MARKING_REFUSALS,
    example: { reason },
    client: ofPath,
    handle: removeAttachment,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/attachments/clients/{clientId}/merged/{sourceId}/attachments/{attachmentId}/invalidate',
    action: ATTACHMENT_ACTIONS.invalidateMerged,
    event: 'MergedAttachmentInvalidated',
    summary: 'Marks an attachment of a client that was merged into this one as of no force.',
    writes: 'changes',
    params: OfMerged.extend({ attachmentId: AttachmentId }),
    body: MarkAttachment,
    returns: AttachmentMarked,
    refusals: [...MARKING_REFUSALS, ATTACHMENT_REFUSALS.isInvalidated],
    example: { reason: { ...reason, ground: 'erroneous', words: 'Toisen henkilön todistus.' } },
    client: ofPath,
    handle: inMerged(invalidateAttachment),
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/attachments/clients/{clientId}/merged/{sourceId}/attachments/{attachmentId}/remove',
    action: ATTACHMENT_ACTIONS.removeMerged,
    event: 'MergedAttachmentRemoved',
    summary: 'Removes an unneeded attachment of a client that was merged into this one: a mark stays.',
    writes: 'changes',
    params: OfMerged.extend({ attachmentId: AttachmentId }),
    body: MarkAttachment,
    returns: AttachmentMarked,
    refusals: MARKING_REFUSALS,
    example: { reason },
    client: ofPath,
    handle: inMerged(removeAttachment),
  }),
];
