import type { ActContext } from '../../shared/act.ts';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import type { UploadContent, UploadFault, UploadItem } from '../../shared/domain/attachments/model.ts';
import { type RedactedFile, sealCopy } from '../../shared/domain/data-subject-requests/package/redacted.ts';
import { loadSubjectRequest } from '../../shared/domain/data-subject-requests/store.ts';
import { created } from '../../shared/table/item.ts';
import { subjectRequestKeys } from '../../shared/table/keys.ts';
import type { Kept, Sealing } from './kept-file.ts';

/** A redacted copy that a file becomes: it lies with the request whose package it is for, and is no attachment. */
export async function keptCopy(
  context: ActContext,
  ring: KeyRing,
  { clientId, caseId, uploadId, redacts, mediaType, bytes, author, serviceTasks }: UploadItem,
  { sha256 }: UploadContent,
  { pages, scanned, fileKey, objectName }: Sealing,
): Promise<Kept | { fault: UploadFault }> {
  if (redacts === undefined) throw new Error('An upload that is no copy of a file of a package.');
  const { actor, now } = context;
  const { requestId, of } = redacts;
  const request = await loadSubjectRequest(context, clientId, requestId);
  if (request?.state !== 'open' && request?.state !== 'decided') return { fault: 'changedMeanwhile' };
  const key = subjectRequestKeys.copy(actor.controller, clientId, requestId, uploadId);
  const copy: RedactedFile = {
    ...key,
    entity: 'redactedFile',
    ...created(now, author.userId),
    copyId: uploadId,
    requestId,
    clientId,
    ...(caseId === undefined ? {} : { caseId }),
    of,
    mediaType,
    bytes,
    ...(pages === undefined ? {} : { pages }),
    scanned,
    objectName,
    author,
    content: await sealCopy(ring, caseId, key, {
      sha256,
      fileKey: Buffer.from(fileKey).toString('base64'),
    }),
  };
  return {
    serviceTasks,
    changes: [
      { put: copy, when: 'absent' },
      // The request does not end at the same moment.
      { check: request, when: { version: request.version } },
    ],
    reason: { reasonId: requestId },
  };
}
