import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import {
  KeptReview,
  PackageFile,
  PackageItem,
  type StoredItem,
} from '../../shared/domain/data-subject-requests/package/model.ts';
import {
  isCopyOf,
  loadCopies,
  openCopy,
  type RedactedFile,
} from '../../shared/domain/data-subject-requests/package/redacted.ts';
import { openReview } from '../../shared/domain/data-subject-requests/package/store.ts';
import { PointedOut, pointedOutIn } from '../../shared/domain/data-subject-requests/pointing/pointed-out.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import { UploadId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { headOfPackage, knownPackage, lineOfPackage, type PackageHead } from './known-package.ts';
import { OneRequest } from './known-request.ts';
import { partToCheck } from './part-to-check.ts';

export const OnePart = OneRequest.extend({ part: z.coerce.number().int().min(0).max(499) });
export type OnePart = z.infer<typeof OnePart>;

/** How far a package is: its parts, who went through them, whether it may be given. */
export async function readPackage(
  context: ActContext,
  { params }: { params: OneRequest },
): Promise<Reading<z.infer<typeof PackageHead>>> {
  const { head } = await knownPackage(context, params);
  return { version: head.version, line: lineOfPackage(head), body: () => headOfPackage(head) };
}

const PackageCopy = z
  .strictObject({ copyId: UploadId, place: z.int().nonnegative(), ...PackageFile.shape, keptAt: Instant })
  .meta({ id: 'PackageCopy' });

export const PartToCheck = z
  .strictObject({
    items: z.array(PackageItem),
    /** Where others seem to be told of without a mark: each is taken out, or said to be one that may go. */
    pointedOut: z.array(PointedOut),
    /** Copies of its files from which something was taken out. */
    copies: z.array(PackageCopy),
    review: KeptReview,
  })
  .meta({ id: 'InspectionPackagePart' });

/** A part as it was put together, for whoever goes through it before it is given. */
export async function readPart(
  context: ActContext,
  { params }: { params: OnePart },
): Promise<Reading<z.infer<typeof PartToCheck>>> {
  const { head } = await knownPackage(context, params);
  const ring = await ringOfAsker(context, params.clientId);
  if (head.parts[params.part] === undefined) {
    throw new Refusal(COMMON_REFUSALS.notFound, { concerns: [params.clientId] });
  }
  const [{ items, find }, review, copies] = await Promise.all([
    partToCheck(context, ring, head, params.part),
    openReview(ring, head, params.part),
    loadCopies(context, params.clientId, params.requestId),
  ]);
  return {
    version: head.version,
    line: lineOfPackage(head, items),
    body: async () => ({
      items: items.map(shown),
      pointedOut: pointedOutIn(items, find),
      copies: await copiesOf(ring, items, copies),
      review,
    }),
  };
}

/** The copies of the files of a part, each with the place of its file. */
async function copiesOf(
  ring: KeyRing,
  items: readonly StoredItem[],
  copies: readonly RedactedFile[],
): Promise<z.infer<typeof PackageCopy>[]> {
  const all = copies.flatMap((copy) => {
    const item = items.find(({ source }) => source !== undefined && isCopyOf(copy, source));
    return item === undefined ? [] : [{ copy, place: item.place }];
  });
  return Promise.all(
    all.map(async ({ copy, place }) => {
      const { copyId, mediaType, bytes, createdAt: keptAt } = copy;
      return { copyId, place, mediaType, bytes, sha256: (await openCopy(ring, copy)).sha256, keptAt };
    }),
  );
}

/** Where a file lies, and whom else a document is of, is nobody's to see. */
const shown = ({ source: _source, tellsOf: _tellsOf, ...item }: StoredItem): z.infer<typeof PackageItem> =>
  item;
