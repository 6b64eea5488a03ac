import type { ControllerId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import type { NoteKey } from '../../tlog/note.ts';

/** The locked archive: what stands there stays, and is never replaced. */
export type LockedStore = {
  /** @returns false when something stands under the name: it is left as it is. */
  putIfAbsent(name: string, bytes: Uint8Array): Promise<boolean>;
  get(name: string): Promise<Buffer | undefined>;
  /** A page of names that begin so, in their order. */
  list(begins: string, after?: string): Promise<{ names: string[]; after?: string }>;
};

/** What is overtaken within minutes: tiles that are not full, the newest checkpoint, a batch on its way. */
export type FreshStore = {
  put(name: string, bytes: Uint8Array): Promise<void>;
  get(name: string): Promise<Buffer | undefined>;
  remove(name: string): Promise<void>;
};

/** What was sealed, for who proves a line out of it: read only. */
export type SealedLog = { archive: Pick<LockedStore, 'get'>; fresh: Pick<FreshStore, 'get'> };

/** What the sealer of the log has and no other function: the key that signs, and places to write. */
export type Sealer = {
  services: Pick<Services, 'clock' | 'random' | 'tables' | 'log'>;
  archive: LockedStore;
  fresh: FreshStore;
  /** The key of this controller's log. */
  keyOf(controller: ControllerId): Promise<NoteKey>;
  sign(text: string): Promise<Buffer>;
};

/** Everything of one controller's log stands under this name, as the address of a public log. */
export const logOf = (controller: ControllerId): string => `log/${controller}`;

/** What the checkpoints of a controller's log are headed with. */
export const originOf = (controller: ControllerId): string => `sointu/${controller}`;

/** Twelve digits put names into the order of indexes for a thousand years of a large county. */
const digits = (index: number): string => index.toString().padStart(12, '0');

export const batchName = (controller: ControllerId, from: number): string =>
  `${logOf(controller)}/batches/${digits(from)}`;

export const pendingName = (controller: ControllerId, id: string): string =>
  `${logOf(controller)}/pending/${id}`;

/** The first checkpoint of each hour is kept for good: `2026-11-26T09`. */
export const hourlyName = (controller: ControllerId, moment: string): string =>
  `${logOf(controller)}/checkpoints/${moment.slice(0, 13)}`;

export const checkpointName = (controller: ControllerId): string => `${logOf(controller)}/checkpoint`;

/** Up to which minute the trail has been looked through. */
export const lookedName = (controller: ControllerId): string => `${logOf(controller)}/looked`;
