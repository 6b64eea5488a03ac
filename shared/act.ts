import type { Action } from './access/action.ts';
import type { Actor, Grant } from './access/actor.ts';
import type { ClientKeyItems } from './crypto/key-ring.ts';
import type { Outgoing } from './events/envelope.ts';
import type { ClientId } from './kernel/id.ts';
import type { Instant } from './kernel/instant.ts';
import type { LocalDate } from './kernel/local-date.ts';
import type { RefusalDefinition } from './kernel/refusal.ts';
import type { Services } from './services.ts';
import type { Fact } from './statistics-fact.ts';
import type { CountedAs } from './table/item.ts';
import type { Key } from './table/keys.ts';
import type { Disclosure } from './trail/disclosure.ts';
import type { Basis, DataGroup, Resource } from './trail/event.ts';
import type { NotedKeys } from './trail/noted-keys.ts';

/** What the door knows of a request. The path and query are not kept: they are never logged. */
export type RequestFacts = {
  requestId: string;
  sourceIPAddress: string;
  userAgent: string;
};

/** A mark under an Idempotency-Key: the same key gives the same answer, another content is refused. */
export type Idempotency = { key: Key; bodyHash: string };

/** All an act may lean on. Made by dispatch, once a request. */
export type ActContext = {
  services: Services;
  request: RequestFacts;
  actor: Actor;
  action: Action;
  eventName: string;
  readOnly: boolean;
  /** The act hands data to somebody outside the controller, or may: its route says so. */
  discloses?: true;
  basis: Basis;
  /** The grant that authorise let the act through by: its role and unit stand in the line. */
  grant?: Grant;
  /** One moment for the whole request. */
  now: Instant;
  today: LocalDate;
  idempotency?: Idempotency;
  /** Keys opened since the last line, which names them. */
  keys: NotedKeys;
  /** The keys of the client whose file the gate loaded, where it loaded one. */
  file?: { keys: ClientKeyItems };
  /** The act reaches into a file that was merged into the one whose tie was verified: its lines are of both. */
  merged?: { into: ClientId; from: ClientId };
  /** Set by commit. A write that answers without it is a fault. */
  committed?: true;
};

/** What the log line of an act says beyond who, when and why. */
export type LinePart = {
  clients: readonly ClientId[];
  resources: readonly Resource[];
  dataGroups: readonly DataGroup[];
  changedFields?: readonly string[];
  historyFrom?: string;
  reasonId?: string;
  reasonCode?: string;
  /** To whom outside the controller it was handed, where it was. */
  disclosure?: Disclosure;
};

/** What a read shows and how it is opened: the line and the unsealing run side by side, the answer waits for both. */
export type Reading<R> = { line: LinePart; body: () => Promise<R> | R; version?: number };

/**
 * An answer of a write. The body holds ids, versions and codes only, so that it can stand in the idempotency
 * mark in clear: what was written is read with a read.
 */
export type Answer<R> = { body: R; version?: number; location?: string };

/** A stored thing as a change names it: an item with its keys. `countedAs`: laid into it by commit. */
export type StoredItem = Key & { entity: string; version: number; countedAs?: CountedAs[] | undefined };

/**
 * One change of a commit. `absent`: nothing stands there. `version`: what stands there is of that version.
 * A change that meets something else refuses the whole commit with its own refusal.
 */
export type Change = { table?: 'records' | 'keys'; otherwise?: RefusalDefinition } & (
  | { put: StoredItem; when: 'absent' | { version: number } }
  | { remove: Key & Partial<StoredItem>; when: { version: number } }
  | { check: Key; when: { version: number } | 'absent' }
);

/**
 * Facts as the register tells them: written or taken away by the run that holds the two against each other, and by no act.
 */
export type RebuiltFacts = {
  puts: readonly (Key & { entity: string })[];
  removes: readonly Key[];
  months: readonly string[];
};

/** Everything an act wants written, at once or not at all. At most 25 items. */
export type Plan<R> = {
  changes: readonly Change[];
  line: LinePart;
  events?: readonly Outgoing[];
  facts?: readonly Fact[];
  rebuilt?: RebuiltFacts;
  answer: Answer<R>;
  /** Part of an act that goes before the rest: a repeated request is answered when the last of them stands. */
  goesBefore?: true;
};
