import * as z from 'zod';
import type { ActContext, LinePart, Reading } from '../../shared/act.ts';
import { chunksOf } from '../../shared/crypto/sealed-object.ts';
import { PART_CHUNKS } from '../../shared/domain/attachments/store.ts';
import {
  type FileOfItem,
  fileGivenOf,
  fileOfItem,
  openFileOfItem,
} from '../../shared/domain/data-subject-requests/package/files.ts';
import type { InspectionPackage } from '../../shared/domain/data-subject-requests/package/model.ts';
import {
  isCopyOf,
  loadCopies,
  openCopy,
} from '../../shared/domain/data-subject-requests/package/redacted.ts';
import { loadPart } from '../../shared/domain/data-subject-requests/package/store.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import type { FileAnswer, FileChoice } from '../../shared/http/file-answer.ts';
import { UploadId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { knownPackage, lineOfPackage } from './known-package.ts';
import { OnePart } from './read-package.ts';
import { releasedPart } from './released-part.ts';

export const OneFile = OnePart.extend({ place: z.coerce.number().int().min(0).max(99) });
export type OneFile = z.infer<typeof OneFile>;

export const ChunkQuery = z.strictObject({ chunk: z.coerce.number().int().min(1).max(100).default(1) });
/** Whoever goes through a part opens a copy too, before it is given in the place of the file. */
export const CheckedQuery = ChunkQuery.extend({ copyId: UploadId.optional() });
type Input<Query = z.infer<typeof ChunkQuery>> = { params: OneFile; query: Query };

export const CHUNK: FileChoice<unknown> = {
  kinds: ['application/octet-stream'],
  kindOf: () => 'application/octet-stream',
};

/** The file of an item for whoever goes through it, in pieces which one after another are the file. */
export async function openFileToCheck(
  context: ActContext,
  { params, query }: Input<z.infer<typeof CheckedQuery>>,
): Promise<Reading<FileAnswer>> {
  const { head, found } = await fileToCheck(context, params);
  if (query.copyId === undefined) return chunkOf(context, head, found, { params, query });
  const copies = await loadCopies(context, params.clientId, params.requestId);
  const item = copies.find(({ copyId }) => copyId === query.copyId);
  if (item === undefined || !isCopyOf(item, found.source)) throw notFound(params);
  const { copyId, mediaType, bytes } = item;
  const { sha256 } = await openCopy(await ringOfAsker(context, params.clientId), item);
  const copy = { ...params, copyId, file: { mediaType, bytes, sha256 } };
  return chunkOf(context, head, { ...found, copy }, { params, query });
}

/** The file of a part that is gone through. @throws Refusal where there is none. */
export async function fileToCheck(
  context: ActContext,
  params: OneFile,
): Promise<{ head: InspectionPackage; found: FileOfItem }> {
  const { head } = await knownPackage(context, params);
  if (head.parts[params.part] === undefined) throw notFound(params);
  const ring = await ringOfAsker(context, params.clientId);
  const stored = await loadPart(context, ring, head.packageId, params.part);
  const item = stored.find(({ place }) => place === params.place);
  const found = item === undefined ? undefined : fileOfItem(item);
  if (found === undefined) throw notFound(params);
  return { head, found };
}

/** The file of an item as it is given: nothing of one that was left out, and of another the copy. */
export async function giveFile(context: ActContext, { params, query }: Input): Promise<Reading<FileAnswer>> {
  const { head, stored, items, review } = await releasedPart(context, params);
  const item = stored.find(({ place }) => place === params.place);
  const isGiven = items.find(({ place }) => place === params.place)?.file !== undefined;
  const found = item === undefined || !isGiven ? undefined : fileGivenOf(item, review, params);
  if (found === undefined) throw notFound(params);
  return chunkOf(context, head, found, { params, query });
}

function chunkOf(
  context: ActContext,
  head: InspectionPackage,
  found: FileOfItem,
  { params, query }: Input,
): Reading<FileAnswer> {
  const chunks = { first: (query.chunk - 1) * PART_CHUNKS, count: PART_CHUNKS };
  if (chunks.first >= chunksOf((found.copy ?? found).file.bytes)) throw notFound(params);
  return {
    line: lineOfFile(head, found),
    body: async () => {
      const bytes = await openFileOfItem(context, found, chunks);
      if (bytes === undefined) throw fileGone(head);
      const name = `tarkastus-${head.requestId}-${params.part + 1}-${params.place + 1}-${query.chunk}.bin`;
      return { kind: 'application/octet-stream', bytes, name };
    },
  };
}

/** Whichever file of a package somebody opens, the line names the attachment. */
export function lineOfFile(head: InspectionPackage, { source }: FileOfItem): LinePart {
  const line = lineOfPackage(head);
  return {
    ...line,
    resources: [...line.resources, { kind: 'attachment', id: source.attachmentId, client: source.clientId }],
    dataGroups: ['dataRequests', 'attachments'],
  };
}

const notFound = ({ clientId }: OneFile): Refusal =>
  new Refusal(COMMON_REFUSALS.notFound, { concerns: [clientId] });

export const fileGone = ({ clientId }: InspectionPackage): Refusal =>
  new Refusal(SUBJECT_REQUEST_REFUSALS.fileGone, { concerns: [clientId] });
