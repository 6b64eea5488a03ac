import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { sha256Of } from '../../shared/crypto/sha256.ts';
import type * as archiveOf from '../../shared/domain/data-subject-requests/package/archive.ts';
import { fileGivenOf, openFileOfItem } from '../../shared/domain/data-subject-requests/package/files.ts';
import type { InspectionPackage } from '../../shared/domain/data-subject-requests/package/model.ts';
import {
  NAME_OF_MANIFEST,
  nameOfFile,
  nameOfPart,
  SEGMENT_CHUNKS,
  type Segment,
  segmentsOf,
} from '../../shared/domain/data-subject-requests/package/segments.ts';
import { PRINT_REFUSALS } from '../../shared/domain/prints/refusals.ts';
import { FILE_BYTES, type FileAnswer } from '../../shared/http/file-answer.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { PackageId, SubjectRequestId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { fileGone, lineOfFile } from './give-file.ts';
import { dataOfPart, pageOfPart } from './give-part.ts';
import { lineOfPackage } from './known-package.ts';
import type { OneRequest } from './known-request.ts';
import { partOf, type Released, type ReleasedPart, releasedPackage } from './released-part.ts';

export const Manifest = z
  .strictObject({
    form: z.literal('sointu-inspection-manifest/1'),
    packageId: PackageId,
    requestId: SubjectRequestId,
    asOf: Instant,
    releasedAt: Instant,
    /** The checksum of a part covers its items, and those tell the checksum of each file. */
    parts: z.array(z.strictObject({ part: z.int(), items: z.int(), files: z.int(), sha256: z.string() })),
    /** In so many pieces the download comes. */
    segments: z.int(),
    /** Of all this in canonical JSON. */
    sha256: z.string(),
  })
  .meta({ id: 'InspectionPackageManifest' });
type Manifest = z.infer<typeof Manifest>;

/** What is given of each part, as whoever went through it left it. */
const givenParts = ({ parts }: InspectionPackage): { sha256: string; files: readonly number[] }[] =>
  parts.map(({ given }) => {
    if (given === undefined) throw new Error('A part of a released package has not been gone through.');
    return given;
  });

function manifestOf({ head, releasedAt }: Released): Manifest {
  const given = givenParts(head);
  const manifest = {
    form: 'sointu-inspection-manifest/1' as const,
    packageId: head.packageId,
    requestId: head.requestId,
    asOf: head.asOf,
    releasedAt,
    parts: given.map(({ sha256, files }, part) => ({
      part,
      items: head.parts[part]?.items ?? 0,
      files: files.length,
      sha256,
    })),
    segments: [...segmentsOf(given)].length,
  };
  return { ...manifest, sha256: sha256Of(canonicalJson(manifest)) };
}

/** What a released package holds, with a checksum that proves each part and each file of it. */
export async function readManifest(
  context: ActContext,
  { params }: { params: OneRequest },
): Promise<Reading<Manifest>> {
  const released = await releasedPackage(context, params);
  return { line: lineOfPackage(released.head), body: () => manifestOf(released) };
}

export const SegmentQuery = z.strictObject({
  segment: z.coerce.number().int().min(0).max(100_000),
  language: z.enum(['fi', 'sv']).default('fi'),
});
type SegmentQuery = z.infer<typeof SegmentQuery>;

/**
 * A piece of the download. All of them one after another are one archive with the data, the pages and the files; no more
 * than one of them is held at a time, and the same package always gives the same bytes.
 */
export async function downloadSegment(
  context: ActContext,
  { params, query }: { params: OneRequest; query: SegmentQuery },
): Promise<Reading<FileAnswer>> {
  const released = await releasedPackage(context, params);
  const segment = [...segmentsOf(givenParts(released.head))][query.segment];
  if (segment === undefined) throw new Refusal(COMMON_REFUSALS.notFound, { concerns: [params.clientId] });
  const { line, bytes } = await pieceOf(context, released, segment, query);
  return {
    line,
    body: async () => ({
      kind: 'application/octet-stream',
      bytes: Buffer.concat(await bytes()),
      name: `tarkastus-${params.requestId}-${query.segment}.bin`,
    }),
  };
}

type Archive = typeof archiveOf;
type Piece = { line: Reading<never>['line']; bytes: () => Promise<Uint8Array[]> };

async function pieceOf(
  context: ActContext,
  released: Released,
  segment: Segment,
  { language }: SegmentQuery,
): Promise<Piece> {
  const at = released.releasedAt;
  const archive = await import('../../shared/domain/data-subject-requests/package/archive.ts');
  if (segment.kind === 'manifest') {
    const line = lineOfPackage(released.head);
    const data = async () => [
      ...wholeFile(archive, NAME_OF_MANIFEST, at, Buffer.from(canonicalJson(manifestOf(released)))),
      archive.END_OF_ARCHIVE,
    ];
    return { line, bytes: data };
  }
  const part = await partOf(context, released, segment.part);
  if (segment.kind === 'file') return pieceOfFile(context, archive, part, segment);
  const name = nameOfPart(segment.part, segment.kind === 'data' ? 'json' : 'pdf');
  const content = async (): Promise<Uint8Array> =>
    segment.kind === 'data'
      ? Buffer.from(canonicalJson(dataOfPart(part)))
      : (await pageOfPart(context, part, { form: 'pdf', language })).bytes;
  return { line: part.line, bytes: async () => wholeFile(archive, name, at, await content()) };
}

/** @throws Refusal `print.tooLarge` where an answer has no room for it with its header and its filling. */
function wholeFile(
  { fillingOf, headerOf }: Archive,
  name: string,
  at: Instant,
  bytes: Uint8Array,
): Uint8Array[] {
  const filling = fillingOf(bytes.length);
  const header = headerOf({ name, bytes: bytes.length, at });
  if (header.length + bytes.length + filling.length > FILE_BYTES) throw new Refusal(PRINT_REFUSALS.tooLarge);
  return [header, bytes, filling];
}

function pieceOfFile(
  context: ActContext,
  { fillingOf, headerOf }: Archive,
  { head, releasedAt, stored, items, review, part }: ReleasedPart,
  { file, first, isLast }: Extract<Segment, { kind: 'file' }>,
): Piece {
  const given = items.filter((item) => item.file !== undefined)[file];
  const item = stored.find(({ place }) => place === given?.place);
  const found = item === undefined ? undefined : fileGivenOf(item, review, head);
  if (item === undefined || found === undefined) throw new Error('A given file of a package is not in it.');
  const { mediaType, bytes: length } = (found.copy ?? found).file;
  const name = nameOfFile(part, item.place, mediaType);
  return {
    line: lineOfFile(head, found),
    bytes: async () => {
      const bytes = await openFileOfItem(context, found, { first, count: SEGMENT_CHUNKS });
      if (bytes === undefined) throw fileGone(head);
      const header = first === 0 ? [headerOf({ name, bytes: length, at: releasedAt })] : [];
      return [...header, bytes, ...(isLast ? [fillingOf(length)] : [])];
    },
  };
}
