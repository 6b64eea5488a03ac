import * as z from 'zod';
import { ControllerId, UploadId } from '../kernel/id.ts';

/** A file lies in the inbox: the name of its object is the controller and the upload, and no more. */
export const Arrival = z.strictObject({ controller: ControllerId, uploadId: UploadId });
export type Arrival = z.infer<typeof Arrival>;

/** @returns undefined for what no upload of ours is called. */
export function arrivalOf(objectKey: string): Arrival | undefined {
  const [controller, uploadId, ...more] = objectKey.split('/');
  return more.length > 0 ? undefined : Arrival.safeParse({ controller, uploadId }).data;
}
