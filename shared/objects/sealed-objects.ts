import { chunksOf, openChunks, type SealedFile, sealedRange, sealFile } from '../crypto/sealed-object.ts';
import type { ControllerId } from '../kernel/id.ts';
import type { ObjectStore, Services } from '../services.ts';

/** Whole objects of a bucket, each sealed under a key of its own, which lies sealed in the table. */

/** Where an object lies, and how long it is when it is opened. */
export type ObjectPlace = { objectName: string; bytes: number };

const fileOf = (controller: ControllerId, { objectName, bytes }: ObjectPlace): SealedFile => ({
  name: `${controller}/${objectName}`,
  bytes,
});

/** Seals and stores it, before the commit that names it. @returns its key, which nobody else has. */
export async function putSealed(
  { documents, random }: { documents: Pick<ObjectStore, 'putIfAbsent'>; random: Services['random'] },
  controller: ControllerId,
  objectName: string,
  plain: Uint8Array,
): Promise<Uint8Array> {
  const fileKey = random(32);
  const { name } = fileOf(controller, { objectName, bytes: plain.length });
  const sealed = sealFile(fileKey, name, plain, (length) => random(length));
  if (!(await documents.putIfAbsent(controller, objectName, sealed))) {
    throw new Error('Something stands under a new name.');
  }
  return fileKey;
}

/**
 * The object as it lies.
 * @throws when it is gone, which nothing but disposal may bring about.
 */
export async function getSealed(
  { documents }: Pick<Services, 'documents'>,
  controller: ControllerId,
  place: ObjectPlace,
): Promise<Uint8Array> {
  const range = sealedRange(fileOf(controller, place), 0, chunksOf(place.bytes));
  const sealed = await documents.getRange(controller, place.objectName, range);
  if (sealed === undefined) throw new Error('A sealed object that the table names is gone.');
  return sealed;
}

/** @throws SealBroken for another object, another length or another byte. */
export const openSealed = (
  fileKey: Uint8Array,
  controller: ControllerId,
  place: ObjectPlace,
  sealed: Uint8Array,
): Uint8Array =>
  openChunks(fileKey, fileOf(controller, place), { first: 0, count: chunksOf(place.bytes) }, sealed);
