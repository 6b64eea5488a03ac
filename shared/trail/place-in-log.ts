import * as z from 'zod';
import { EventId } from '../kernel/id.ts';

/** Where a line stands in the sealed log. */
export const PlaceInLog = z.strictObject({ index: z.int().nonnegative(), eventId: EventId });
export type PlaceInLog = z.infer<typeof PlaceInLog>;
