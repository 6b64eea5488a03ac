import type { BodyId, UploadId } from '../kernel/id.ts';
import type { LocalDate } from '../kernel/local-date.ts';

/**
 * Names of sealed files: the day they were put there, the upload they came by, and a random id of the try. The
 * day lets orphans be looked for without walking through all that was ever kept. Nothing of a client stands in one.
 */
const FOLDER = 'attachments';

export const sealedName = (day: LocalDate, uploadId: UploadId, tryId: string): string =>
  `${FOLDER}/${day}/${uploadId}/${tryId}`;

/** What the names of one day begin with. */
export const namesOfDay = (day: LocalDate): string => `${FOLDER}/${day}/`;

const BODIES = 'bodies';

/** The same of the content of a document that is too long for the table. */
export const bodyName = (day: LocalDate, bodyId: BodyId, tryId: string): string =>
  `${BODIES}/${day}/${bodyId}/${tryId}`;
export const bodyNamesOfDay = (day: LocalDate): string => `${BODIES}/${day}/`;
export const bodyOfName = (name: string): string => name.split('/')[2] ?? '';

/** By which upload a sealed file came. */
export const uploadOfName = (name: string): string => name.split('/')[2] ?? '';
