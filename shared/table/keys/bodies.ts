import type { BodyId, ControllerId, FolderId, UnitId, UploadId } from '../../kernel/id.ts';
import { type Key, partition, sort, spanOf, twoDigits } from './parts.ts';

/** A text held apart from its head: written once, read by its id. */
export const bodyKey = (controller: ControllerId, bodyId: BodyId): Key => ({
  pk: partition(controller, 'b', bodyId),
  sk: sort('b'),
});

/** A document's content, in one piece or several, and what was added when it became final: one query. */
export const documentBodyKeys = {
  partition: (controller: ControllerId, bodyId: BodyId) => partition(controller, 'b', bodyId),
  piece: (controller: ControllerId, bodyId: BodyId, place: number): Key => ({
    pk: documentBodyKeys.partition(controller, bodyId),
    sk: sort('p', twoDigits(place)),
  }),
  closing: (controller: ControllerId, bodyId: BodyId): Key => ({
    pk: documentBodyKeys.partition(controller, bodyId),
    sk: sort('z'),
  }),
};

/** Folders of paper, by the unit in whose premises they stand. */
export const folderKeys = {
  partition: (controller: ControllerId, unitId: UnitId) => partition(controller, 'p', unitId),
  folder: (controller: ControllerId, unitId: UnitId, folderId: FolderId): Key => ({
    pk: folderKeys.partition(controller, unitId),
    sk: sort('f', folderId),
  }),
  spans: { folders: spanOf('f') },
};

/** An upload under way: found by the id that names its object in the inbox, so that a file says nothing of its client. */
export const uploadKey = (controller: ControllerId, uploadId: UploadId): Key => ({
  pk: partition(controller, 'l', uploadId),
  sk: sort('l'),
});
