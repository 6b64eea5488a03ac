import type { Action } from '../../shared/access/action.ts';
import type { ActContext } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import { sealFile } from '../../shared/crypto/sealed-object.ts';
import type { UploadFault, UploadItem } from '../../shared/domain/attachments/model.ts';
import { keepUpload, refuseUpload } from '../../shared/domain/attachments/transitions.ts';
import { loadUpload, openUpload } from '../../shared/domain/attachments/uploads.ts';
import { type ClientFile, loadClientFile } from '../../shared/domain/clients/file.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import type { Arrival } from '../../shared/objects/arrival.ts';
import { sealedName } from '../../shared/objects/object-names.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import { judgeBytes } from './judge-bytes.ts';
import { keptCopy } from './kept-copy.ts';
import { keptFile } from './kept-file.ts';

const TAKE_IN: Action = {
  name: 'attachments.takeIn',
  title: { fi: 'Ota tiedosto vastaan', sv: 'Ta emot en fil', en: 'Take a file in' },
  roles: [],
  tie: 'none',
  legalGround: '703/2023 §§ 9, 22',
};
const RAN_BY = 'attachments';

/**
 * Takes in a file that lies in the inbox: judges its bytes, seals them into an object, and commits the attachment
 * that names it together with its line. In this order nothing half can ever be read: the object stands before it is
 * named, and what is never named is swept. Delivered twice, it finds that the upload has ended.
 *
 * The system acts, for the worker who announced the file and under the right that worker had then; the attachment
 * bears the worker's name.
 */
export async function takeIn(services: Services, arrival: Arrival): Promise<void> {
  const { controller, uploadId } = arrival;
  const context = systemContext(services, controller, {
    action: TAKE_IN,
    event: 'AttachmentKept',
    ranBy: RAN_BY,
  });
  const upload = await loadUpload(context, uploadId);
  if (upload?.state === 'awaited') {
    const [file, arrived] = await Promise.all([
      loadClientFile(services, controller, upload.clientId),
      services.inbox.get(controller, uploadId),
    ]);
    // Nothing lies there: it was taken in by another delivery, or it is gone with its day.
    if (arrived === undefined) return;
    try {
      await settle(context, upload, file, arrived);
    } catch (thrown) {
      await expectEnded(context, uploadId, thrown);
    }
  }
  await services.inbox.remove(controller, uploadId);
}

/** Another delivery of the same file may have been faster; anything else is tried again. */
async function expectEnded(
  context: ActContext,
  uploadId: Arrival['uploadId'],
  thrown: unknown,
): Promise<void> {
  if (!(thrown instanceof Refusal)) throw thrown;
  const now = await loadUpload(context, uploadId);
  if (now?.state === 'awaited') throw thrown;
}

async function settle(
  context: ActContext,
  upload: UploadItem,
  file: ClientFile | undefined,
  arrived: { bytes: Uint8Array; tag: string },
): Promise<void> {
  const { services, actor } = context;
  if (file === undefined || file.head.state === 'merged') return refuse(context, upload, 'fileMerged');
  const { caseId, uploadId } = upload;
  if (caseId !== undefined && !file.keys.cases.some((key) => key.caseId === caseId)) {
    return refuse(context, upload, 'caseGone');
  }
  const ring = keyRing(services, actor.controller, file.keys);
  const content = await openUpload(ring, upload);
  const judged = await judgeBytes(services, actor.controller, upload, { ...content, ...arrived });
  if ('fault' in judged) return refuse(context, upload, judged.fault);

  const fileKey = services.random(32);
  const name = sealedName(context.today, uploadId, newId(services));
  const sealing = { ...judged, fileKey, objectName: name };
  const kept =
    upload.redacts === undefined
      ? await keptFile(context, ring, upload, content, sealing)
      : await keptCopy(context, ring, upload, content, sealing);
  if ('fault' in kept) return refuse(context, upload, kept.fault);
  const sealed = sealFile(fileKey, `${actor.controller}/${name}`, arrived.bytes, (length) =>
    services.random(length),
  );
  if (!(await services.documents.putIfAbsent(actor.controller, name, sealed))) {
    throw new Error('Something stands under a new name.');
  }
  await commit(context, {
    changes: [
      { put: keepUpload(upload, name, context.now, actor.userId), when: { version: upload.version } },
      ...kept.changes,
    ],
    line: {
      clients: [upload.clientId],
      resources: [
        { kind: 'upload', id: uploadId, version: upload.version + 1, serviceTasks: upload.serviceTasks },
        {
          kind: 'attachment',
          id: upload.attachmentId,
          ...(kept.version === undefined ? {} : { version: kept.version }),
          serviceTasks: kept.serviceTasks,
        },
      ],
      dataGroups: ['attachments'],
      changedFields: [upload.redacts === undefined ? 'attachment' : 'redactedFile'],
      ...kept.reason,
    },
    answer: { body: {} },
  });
}

/** The uploader sees why; of the file nothing is kept. */
async function refuse(context: ActContext, upload: UploadItem, fault: UploadFault): Promise<void> {
  const refusing: ActContext = { ...context, eventName: 'UploadRefused' };
  await commit(refusing, {
    changes: [
      {
        put: refuseUpload(upload, fault, context.now, context.actor.userId),
        when: { version: upload.version },
      },
    ],
    line: {
      clients: [upload.clientId],
      resources: [
        {
          kind: 'upload',
          id: upload.uploadId,
          version: upload.version + 1,
          serviceTasks: upload.serviceTasks,
        },
      ],
      dataGroups: ['attachments'],
      changedFields: ['upload'],
      reasonCode: fault,
    },
    answer: { body: {} },
  });
}
