import * as z from 'zod';

/** Bytes as they come out of the table. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes');

/**
 * A sealed attribute: whose key opens it (`client`, a case, an intake matter that may have no client yet, or the
 * `controller` for what is about no client), the item version it was sealed at, and the
 * blob. The subject is named so that disposal knows what a destroyed key takes with it.
 */
export const Sealed = z.strictObject({
  subject: z.string().regex(/^(client|controller|(case|matter):[0-9A-Z]{26})$/),
  at: z.int().nonnegative(),
  blob: Bytes,
});
export type Sealed = z.infer<typeof Sealed>;
