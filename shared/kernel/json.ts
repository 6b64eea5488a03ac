import * as z from 'zod';

/** Any JSON. Named once, so that the reference of the API names it too. */
export const Json = z.json().register(z.globalRegistry, { id: 'Json' });
export type Json = z.infer<typeof Json>;
