import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Identity } from './access/actor.ts';
import type { ApplicationLog } from './application-log.ts';
import type { KeyCache } from './crypto/key-cache.ts';
import type { Envelope } from './events/envelope.ts';
import type { Clock } from './kernel/clock.ts';
import type { ControllerId, UploadId, UserId } from './kernel/id.ts';
import type { Instant } from './kernel/instant.ts';
import type { LocalDate } from './kernel/local-date.ts';
import type { AccessEvent, OpenedKey } from './trail/event.ts';
import type { SealedLog } from './trail/sealing/places.ts';

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

/** What lies in a store of objects, without its bytes. */
export type StoredObject = { name: string; bytes: number; storedAt: Instant };

/**
 * Files too large for an item, by controller and name. Names hold ids and days only. `documents` takes sealed
 * bytes and nothing else.
 */
export type ObjectStore = {
  /** @returns false when something stands under the name: it is left as it is. */
  putIfAbsent(controller: ControllerId, name: string, bytes: Uint8Array): Promise<boolean>;
  /** The bytes from `from` to `to`, both included. @returns undefined when nothing stands there. */
  getRange(
    controller: ControllerId,
    name: string,
    range: { from: number; to: number },
  ): Promise<Uint8Array | undefined>;
  /** What is not there is taken away already. */
  remove(controller: ControllerId, name: string): Promise<void>;
  /** A page of what stands under names that begin so, in the order of names. */
  list(
    controller: ControllerId,
    begins: string,
    after?: string,
  ): Promise<{ objects: StoredObject[]; after?: string }>;
};

/** A form that a front end posts with the file as its last field: once, for minutes, this size and type. */
export type SignedPost = { url: string; fields: Readonly<Record<string, string>>; until: Instant };
export type PostTerms = { uploadId: UploadId; mediaType: string; bytes: number; until: Instant };

/** Where files come in, as they were sent. Emptied as soon as they are sealed or refused, and within a day anyhow. */
export type Inbox = Pick<ObjectStore, 'remove' | 'list'> & {
  sign(controller: ControllerId, terms: PostTerms): Promise<SignedPost>;
  /** The whole file; `tag` changes when another takes its place. */
  get(controller: ControllerId, name: string): Promise<{ bytes: Uint8Array; tag: string } | undefined>;
};

/** `pending`: the scanner has not said yet. `unscannable`: it said that it cannot tell. */
export type MalwareVerdict = 'clean' | 'infected' | 'pending' | 'unscannable';

/** Haittaohjelmien tarkistus: asked of each file that came in, of exactly these bytes. */
export type MalwareScan = {
  verdictOf(
    controller: ControllerId,
    file: { name: string; tag: string; bytes: Uint8Array },
  ): Promise<MalwareVerdict>;
};

export type TokenVerifier = {
  /** @returns undefined for anything but an unexpired access token of our own issuer. */
  verify(token: string): Promise<Identity | undefined>;
};

/** Since when a password is its owner's own, and the last day on which it opens the door. */
export type PasswordMark = { setOn: LocalDate; until: LocalDate };

/** An account with a password of this system. `temporary`: its owner must change it at the next sign-in. */
export type LocalAccount = { password: 'temporary' | 'own' } & Partial<PasswordMark>;

/** Where officials' passwords live. */
export type UserDirectory = {
  /** @returns undefined when there is no such account, or its owner signs in elsewhere. */
  accountOf(userId: UserId): Promise<LocalAccount | undefined>;
  markPassword(userId: UserId, mark: PasswordMark | undefined): Promise<void>;
  /** Puts a temporary password in its place that nobody knows. */
  resetPassword(userId: UserId): Promise<void>;
};

/**
 * The one seam between what the product does and where it runs. `services-aws.ts` makes the real ones,
 * the local server its own; tests replace one member at a time.
 */
export type Services = {
  clock: Clock;
  region: string;
  /** Whether a controller of this code lives here: asked before anything is asked for somebody who has no token. */
  serves(controller: string): controller is ControllerId;
  tables: Tables;
  vault: KeyVault;
  keyCache: KeyCache;
  intake: TrailIntake;
  library: LibraryStore;
  /** The sealed access log, for the functions that prove lines out of it. */
  sealedLog(controller: ControllerId): SealedLog;
  inbox: Inbox;
  documents: ObjectStore;
  /** Editions of statistics as files, for whoever delivers them. Sums without identity: not sealed. */
  exports: Pick<ObjectStore, 'putIfAbsent' | 'list'>;
  /** Siirtopaketit for an archive. Sealed for the archive alone: no function reads one. */
  transfers: Pick<ObjectStore, 'putIfAbsent' | 'remove' | 'list'>;
  /** Undefined where no scanner was configured: what is taken in then says that it was not scanned. */
  malware: MalwareScan | undefined;
  tokens: TokenVerifier;
  /** Undefined where nobody has a password of this system. */
  directory: UserDirectory | undefined;
  log: ApplicationLog;
  /** Cryptographically random bytes. */
  random(length: number): Uint8Array;
  /** Told of outgoing events once their commit has succeeded. In AWS the stream does the work. */
  committed(events: readonly Envelope[]): void;
  /** Told which key of a client or a matter is about to be opened: an act's context notes it for the line. */
  opens(key: OpenedKey): void;
  /** Told of lines that stand, whose copies and rows are still to be written. In AWS the stream does the work. */
  logged(event: AccessEvent): void;
};
