import type { Instant } from '../kernel/instant.ts';

/** A version of an object, or a mark that hides it. */
export type Version = { name: string; at: Instant; hides: boolean };

/** The archive, to be asked for its versions only. */
export type VersionedStore = {
  /** A page of them, by name, those of one name together and the newest first. */
  versions(begins: string, after?: string): Promise<{ versions: Version[]; after?: string }>;
};
