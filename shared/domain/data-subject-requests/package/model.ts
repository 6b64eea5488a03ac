import * as z from 'zod';
import { Sealed } from '../../../crypto/sealed.ts';
import { ClientId, PackageId, SubjectRequestId, UploadId, UserId } from '../../../kernel/id.ts';
import { Instant } from '../../../kernel/instant.ts';
import { Json } from '../../../kernel/json.ts';
import { storedItem } from '../../../table/item.ts';
import { MediaType } from '../../attachments/media-type.ts';
import { FileVersion } from '../../attachments/model.ts';
import { RefusedFor } from '../grounds.ts';

/**
 * Tarkastuspaketti: everything that is held on a person, as it stood when it was put together ((EU) 2016/679 art. 15). Put
 * together by the register of personal-data stores, in parts; what was marked of other persons when it was written is
 * taken out at once, and a person goes through each part before anything is given (docs/decisions/0087).
 */

/** Why an item is to be looked at with care. All are looked at; these tell where others' data are likely. */
export const Flag = z
  .enum([
    // Passages of other persons were marked when it was written, and are out of it
    'thirdPersonsMarked',
    // It is of several clients
    'shared',
    // It tells of other persons by its kind
    'otherPersons',
    // Somebody notified: the identity is out of it where it is shielded
    'notifier',
    // A file comes with it, which is opened and gone through by itself
    'attachedFile',
    // Somewhere in it a place was taken out for a safety ban
    'hiddenPlaces',
  ])
  .meta({ id: 'PackageFlag' });
export type Flag = z.infer<typeof Flag>;

const PackagePart = z.enum([
  'baseData',
  'network',
  'clienthood',
  'cases',
  'narrative',
  'documents',
  'attachments',
  'papers',
  'decisions',
  'services',
  'plans',
  'assessments',
  'appointments',
  'work',
  'intake',
  'log',
]);

/** Liitetiedosto of an item: what it is, and the checksum by which whoever gets it knows that it is whole. */
export const PackageFile = z
  .strictObject({ mediaType: MediaType, bytes: z.int().positive(), sha256: z.string() })
  .meta({ id: 'PackageFile' });
export type PackageFile = z.infer<typeof PackageFile>;

/** One thing of the file, opened, with what is others' by its marks taken out. */
export const PackageItem = z
  .strictObject({
    place: z.int().nonnegative(),
    part: PackagePart,
    /** What it is stored as: `caseNote`, `document`, `decision`. */
    kind: z.string(),
    id: z.string().optional(),
    at: Instant,
    /** The entry or document that it was attached to. */
    belongsTo: z.string().optional(),
    flags: z.array(Flag),
    told: Json,
    file: PackageFile.optional(),
  })
  .meta({ id: 'PackageItem' });

/** The same as it is stored. */
const StoredItem = PackageItem.extend({
  /** Where the file of an item lies: opened with the keys of the file it came from, so what is destroyed there is out of reach here. */
  source: FileVersion.optional(),
  /** Of a document of several clients: the others, where it tells a dwelling. */
  tellsOf: z.array(ClientId).optional(),
});
export type StoredItem = z.infer<typeof StoredItem>;
export const StoredItems = z.array(StoredItem);

/** What a person found while going through a part. */
export const Review = z
  .strictObject({
    /** Not given at all, and why. */
    withheld: z
      .array(z.strictObject({ place: z.int().nonnegative(), ground: RefusedFor }))
      .max(200)
      .default([]),
    /** Words that are taken out of an item: another person's data that nobody had marked. */
    masked: z
      .array(z.strictObject({ place: z.int().nonnegative(), passage: z.string().min(2).max(4000) }))
      .max(200)
      .default([]),
    /** Words that were pointed out and may go: they tell of the person too, or of nobody. */
    mayGo: z
      .array(
        z.strictObject({
          words: z.string().min(1).max(400),
          places: z.array(z.int().nonnegative()).min(1).max(100),
        }),
      )
      .max(2000)
      .default([]),
    /**
     * The files of the part, each opened and gone through: given, left out on a ground while its item is told, or given as
     * a copy from which something was taken out on a ground.
     */
    files: z
      .array(
        z.strictObject({
          place: z.int().nonnegative(),
          withheld: RefusedFor.optional(),
          redacted: z.strictObject({ copyId: UploadId, ground: RefusedFor }).optional(),
        }),
      )
      .max(100)
      .default([]),
  })
  .meta({ id: 'PackageReview' });
export type Review = z.infer<typeof Review>;

/** The same as it is kept: with what each copy is, that is given in the place of a file. */
const KeptFile = Review.shape.files.unwrap().element.extend({
  redacted: z.strictObject({ copyId: UploadId, ground: RefusedFor, file: PackageFile }).optional(),
});
export const KeptReview = Review.extend({ files: z.array(KeptFile).max(100).default([]) }).meta({
  id: 'PackageReviewKept',
});
export type KeptReview = z.infer<typeof KeptReview>;

const By = z.strictObject({ userId: UserId, name: z.string(), post: z.string(), at: Instant });

/** A part as the head knows it. */
const PartHead = z.strictObject({
  items: z.int().positive(),
  flagged: z.int().nonnegative(),
  /** Of the part as it was put together. */
  sha256: z.string(),
  /** In how many stored pieces it lies. */
  pieces: z.int().positive(),
  checked: By.optional(),
  /** Of the part as it is given since it was gone through: its checksum, and of its files how long each is. */
  given: z.strictObject({ sha256: z.string(), files: z.array(z.int().positive()).max(100) }).optional(),
  /** For what something of it is withheld. */
  grounds: z.array(RefusedFor).max(6),
  review: Sealed.optional(),
});

export const MOST_PARTS = 500;

export const InspectionPackage = storedItem('inspectionPackage', {
  packageId: PackageId,
  requestId: SubjectRequestId,
  clientId: ClientId,
  state: z.enum(['assembling', 'assembled', 'released']),
  /** What came later is not in it. */
  asOf: Instant,
  parts: z.array(PartHead).max(MOST_PARTS),
  /** Where the person lives was left out, for a safety ban. */
  hidesDwelling: z.literal(true).optional(),
  /** Whom the file knows lies beside the parts, so that what is told of them without a mark is pointed out. */
  pointsOut: z.literal(true).optional(),
  /** Other clients whose dwelling it may tell, for none of them was under a safety ban when it was put together. */
  tellsOf: z.array(ClientId).optional(),
  releasedAt: Instant.optional(),
  releasedBy: By.optional(),
});
export type InspectionPackage = z.infer<typeof InspectionPackage>;

/** A stored piece of a part: its items as JSON, compressed and sealed under the client. */
export const InspectionPiece = storedItem('inspectionPiece', {
  packageId: PackageId,
  clientId: ClientId,
  part: z.int().nonnegative(),
  piece: z.int().nonnegative(),
  content: Sealed,
});
export type InspectionPiece = z.infer<typeof InspectionPiece>;
