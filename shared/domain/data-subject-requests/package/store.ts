import type { ActContext } from '../../../act.ts';
import { deflated, inflated } from '../../../crypto/deflate.ts';
import type { KeyRing } from '../../../crypto/key-ring.ts';
import { recordPlace } from '../../../crypto/place.ts';
import type { Sealed } from '../../../crypto/sealed.ts';
import type { ClientId, PackageId, SubjectRequestId } from '../../../kernel/id.ts';
import { created } from '../../../table/item.ts';
import { type Key, subjectRequestKeys } from '../../../table/keys.ts';
import { getItem, queryAll } from '../../../table/read.ts';
import { KnownPeople } from '../pointing/known-people.ts';
import {
  InspectionPackage,
  InspectionPiece,
  KeptReview,
  MOST_PARTS,
  type StoredItem,
  StoredItems,
} from './model.ts';

/** Packages as they are stored: a head, and the pieces of each part. */

type Where = Pick<ActContext, 'services' | 'actor'>;

/** Bytes of a piece: no item grows over the 400 KB of the table. */
const PIECE_BYTES = 340_000;

export const loadPackage = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  requestId: SubjectRequestId,
): Promise<InspectionPackage | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    subjectRequestKeys.package(controller, clientId, requestId),
    InspectionPackage,
  );

/** Beside the parts lies whom the file knows. */
export const peoplePieces = (
  writer: Pick<ActContext, 'actor' | 'now'>,
  ring: KeyRing,
  packageId: PackageId,
  people: KnownPeople,
): Promise<InspectionPiece[]> => smallPieces(writer, ring, { packageId, part: MOST_PARTS }, people);

/** A part made small, sealed under the client, in pieces that fit the table. */
export const piecesOf = (
  writer: Pick<ActContext, 'actor' | 'now'>,
  ring: KeyRing,
  at: { packageId: PackageId; part: number },
  items: readonly StoredItem[],
): Promise<InspectionPiece[]> => smallPieces(writer, ring, at, items);

async function smallPieces(
  { actor, now }: Pick<ActContext, 'actor' | 'now'>,
  ring: KeyRing,
  { packageId, part }: { packageId: PackageId; part: number },
  content: unknown,
): Promise<InspectionPiece[]> {
  const bytes = deflated(JSON.stringify(content));
  const count = Math.ceil(bytes.length / PIECE_BYTES);
  return Promise.all(
    Array.from({ length: count }, async (_, piece) => {
      const key = subjectRequestKeys.piece(actor.controller, ring.clientId, { packageId, part, piece });
      const own = bytes.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES);
      return {
        ...key,
        entity: 'inspectionPiece' as const,
        ...created(now, actor.userId),
        packageId,
        clientId: ring.clientId,
        part,
        piece,
        content: await ring.sealBytes(undefined, recordPlace(key, 'content'), 1, own),
      };
    }),
  );
}

/** The items of a part, as they were put together. */
export const loadPart = async (
  where: Where,
  ring: KeyRing,
  packageId: PackageId,
  part: number,
): Promise<StoredItem[]> => StoredItems.parse(await loadPieces(where, ring, packageId, part));

/** Whom the file knew when the package was put together. */
export const loadPeople = async (where: Where, ring: KeyRing, packageId: PackageId): Promise<KnownPeople> =>
  KnownPeople.parse(await loadPieces(where, ring, packageId, MOST_PARTS));

async function loadPieces(
  { services, actor: { controller } }: Where,
  ring: KeyRing,
  packageId: PackageId,
  part: number,
): Promise<unknown> {
  const pieces = await queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      pk: subjectRequestKeys.partition(controller, ring.clientId),
      span: subjectRequestKeys.spans.pieces(packageId, part),
    },
    InspectionPiece,
  );
  const opened = await Promise.all(
    pieces.map((one) => ring.openBytes(one.content, recordPlace(one, 'content'))),
  );
  return JSON.parse(inflated(Buffer.concat(opened)));
}

const reviewPlace = (head: Key, part: number) => recordPlace(head, `review ${part}`);

export const sealReview = (
  ring: KeyRing,
  head: InspectionPackage,
  part: number,
  review: KeptReview,
): Promise<Sealed> => ring.seal(undefined, reviewPlace(head, part), head.version + 1, review);

export async function openReview(ring: KeyRing, head: InspectionPackage, part: number): Promise<KeptReview> {
  const sealed = head.parts[part]?.review;
  return sealed === undefined ? KeptReview.parse({}) : ring.open(sealed, reviewPlace(head, part), KeptReview);
}
