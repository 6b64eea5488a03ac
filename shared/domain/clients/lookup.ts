import * as z from 'zod';
import { ClientId } from '../../kernel/id.ts';
import { storedItem } from '../../table/item.ts';

/** Whose a code is. Its key is the keyed MAC of the code. */
export const IdentityLookup = storedItem('identityLookup', { clientId: ClientId });
export type IdentityLookup = z.infer<typeof IdentityLookup>;

/** Whose names have a token. Its key is the token's keyed hash, cut so that names collide. */
export const NameLookup = storedItem('nameLookup', { clientId: ClientId });
export type NameLookup = z.infer<typeof NameLookup>;

/** Which tokens a client has in the look-up, as of which version of its head. */
export const NameTokens = storedItem('nameTokens', {
  clientId: ClientId,
  headVersion: z.int(),
  tokenHashes: z.array(z.string()),
  /** Addresses, likewise: nothing is found by them, they are compared with a worker's. */
  addressHashes: z.array(z.string()).optional(),
});
export type NameTokens = z.infer<typeof NameTokens>;
