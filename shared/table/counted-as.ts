import type * as z from 'zod';
import { Bytes } from '../crypto/sealed.ts';

/**
 * What a thing was counted as: each fact that an act told of it stands with it, sealed, so that the figures can be made anew
 * from the register (docs/decisions/0127). `kept-facts.ts` seals and opens it.
 */
export const CountedAs = Bytes;
export type CountedAs = z.infer<typeof CountedAs>;
