import type { Actor, Identity } from './actor.ts';

/** Until the powers are read, only the token is known; a refusal's line then names no more. */
export const unknownActor = (identity: Identity): Actor => ({
  ...identity,
  name: '',
  postTitle: '',
  grants: [],
  openings: [],
});
