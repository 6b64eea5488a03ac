import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Identity } from './access/actor.ts';
import type { ApplicationLog } from './application-log.ts';
import type { KeyCache } from './crypto/key-cache.ts';
import type { Envelope } from './events/envelope.ts';
import type { Clock } from './kernel/clock.ts';
import type { ControllerId } from './kernel/id.ts';
import type { AccessEvent } from './trail/event.ts';

/** Where the three tables are and how to reach them with one controller's credentials. */
export type Tables = {
  records: string;
  keys: string;
  trail: string;
  /** Data calls go out under credentials bound to one controller's partitions. */
  clientOf(controller: ControllerId): DynamoDBDocumentClient;
};

/** What a wrapped key protects. Each purpose has a key of its own in KMS. */
export type KeyPurpose = 'client' | 'list' | 'lookup' | 'controller';

/** The encryption context: CloudTrail shows it, so it is a random id and never a client's. */
export type KeyContext = { controller: ControllerId; key: string };

export type KeyVault = {
  /** A new 32-byte data key, plain and wrapped. */
  generate(purpose: KeyPurpose, context: KeyContext): Promise<{ plain: Uint8Array; wrapped: Uint8Array }>;
  /** Throws when the context is not the one the key was wrapped under. */
  unwrap(purpose: KeyPurpose, wrapped: Uint8Array, context: KeyContext): Promise<Uint8Array>;
};

/** Where a log line goes when the trail refuses it: put once, never replaced. */
export type TrailIntake = { putIfAbsent(key: string, body: string): Promise<void> };

/**
 * What the operator has loaded for every controller: national definitions and code lists, public data. An
 * operator's command writes there, and no function can.
 */
export type LibraryStore = {
  /** The text under this name, `index.json` for one; undefined when there is none. */
  read(name: string): Promise<string | undefined>;
};

export type TokenVerifier = {
  /** @returns undefined for anything but an unexpired access token of our own issuer. */
  verify(token: string): Promise<Identity | undefined>;
};

/**
 * The one seam between what the product does and where it runs. `services-aws.ts` makes the real ones,
 * the local server its own; tests replace one member at a time.
 */
export type Services = {
  clock: Clock;
  region: string;
  tables: Tables;
  vault: KeyVault;
  keyCache: KeyCache;
  intake: TrailIntake;
  library: LibraryStore;
  tokens: TokenVerifier;
  log: ApplicationLog;
  /** Cryptographically random bytes. */
  random(length: number): Uint8Array;
  /** Told of outgoing events once their commit has succeeded. In AWS the stream does the work. */
  committed(events: readonly Envelope[]): void;
  /** Told of lines that name several clients, whose copies are still to be written. */
  logged(event: AccessEvent): void;
};
