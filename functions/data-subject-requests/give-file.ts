import * as z from 'zod';
import type { ActContext, LinePart, Reading } from '../../shared/act.ts';
import { chunksOf } from '../../shared/crypto/sealed-object.ts';
import { PART_CHUNKS } from '../../shared/domain/attachments/store.ts';
import {
  type FileOfItem,
  fileOfItem,
  openFileOfItem,
} from '../../shared/domain/data-subject-requests/package/files.ts';
import type {
  InspectionPackage,
  StoredItem,
} from '../../shared/domain/data-subject-requests/package/model.ts';
import { loadPart } from '../../shared/domain/data-subject-requests/package/store.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import type { FileAnswer, FileChoice } from '../../shared/http/file-answer.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { knownPackage, lineOfPackage } from './known-package.ts';
import { OnePart } from './read-package.ts';
import { releasedPart } from './released-part.ts';

export const OneFile = OnePart.extend({ place: z.coerce.number().int().min(0).max(99) });
type OneFile = z.infer<typeof OneFile>;

export const ChunkQuery = z.strictObject({ chunk: z.coerce.number().int().min(1).max(100).default(1) });
type Input = { params: OneFile; query: z.infer<typeof ChunkQuery> };

export const CHUNK: FileChoice<unknown> = {
  kinds: ['application/octet-stream'],
  kindOf: () => 'application/octet-stream',
};

/** The file of an item for whoever goes through it, in pieces which one after another are the file. */
export async function openFileToCheck(
  context: ActContext,
  { params, query }: Input,
): Promise<Reading<FileAnswer>> {
  const { head } = await knownPackage(context, params);
  if (head.parts[params.part] === undefined) throw notFound(params);
  const ring = await ringOfAsker(context, params.clientId);
  const stored = await loadPart(context, ring, head.packageId, params.part);
  return chunkOf(context, head, stored, { params, query });
}

/** The file of an item as it is given: nothing of one that was left out. */
export async function giveFile(context: ActContext, { params, query }: Input): Promise<Reading<FileAnswer>> {
  const { head, stored, items } = await releasedPart(context, params);
  if (items.find(({ place }) => place === params.place)?.file === undefined) throw notFound(params);
  return chunkOf(context, head, stored, { params, query });
}

function chunkOf(
  context: ActContext,
  head: InspectionPackage,
  stored: readonly StoredItem[],
  { params, query }: Input,
): Reading<FileAnswer> {
  const item = stored.find(({ place }) => place === params.place);
  const found = item === undefined ? undefined : fileOfItem(item);
  const chunks = { first: (query.chunk - 1) * PART_CHUNKS, count: PART_CHUNKS };
  if (item === undefined || found === undefined || chunks.first >= chunksOf(found.file.bytes)) {
    throw notFound(params);
  }
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
