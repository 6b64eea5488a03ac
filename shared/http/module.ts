import type { Envelope, EventType } from '../events/envelope.ts';
import type { ControllerId } from '../kernel/id.ts';
import type { Arrival } from '../objects/arrival.ts';
import type { Services } from '../services.ts';
import type { OpenRoute } from './open-route.ts';
import type { Route } from './route.ts';

/** News a module listens to: one effect, safe to repeat. Its Lambda is `functions/<module>/on-<event>.ts`. */
export type Consumer = {
  event: EventType;
  /** File without its ending, beside the module's manifest. */
  file: string;
  handle: (services: Services, envelope: Envelope) => Promise<void>;
  grants: ModuleGrants;
};

/** Who takes in the files that were posted to the inbox, safe to repeat. Its Lambda is `functions/<module>/on-<what>.ts`. */
export type InboxTaker = {
  /** File without its ending, beside the module's manifest. */
  file: string;
  handle: (services: Services, arrival: Arrival) => Promise<void>;
  timeoutSeconds: number;
  grants: ModuleGrants;
};

/** When a run starts, and what it is then told. */
export type Start = {
  /** Which part of the work, where there are several: short, as the names of AWS are. */
  part?: string;
  /** `rate(5 minutes)`, or `cron(0 2 * * ? *)` by the clock of Helsinki. */
  expression: string;
  input: Record<string, number | string>;
};

/** Work that runs by itself, safe to repeat. Its Lambda is `functions/<module>/run-<what>.ts`. */
export type Schedule = {
  /** File without its ending, beside the module's manifest. */
  file: string;
  /** More than one where parts of the work have a calendar, tries and a queue of what failed of their own. */
  starts: readonly Start[];
  timeoutSeconds: number;
  /** The run itself, for a laptop, where it is run by hand: for these controllers, told this. */
  run: (services: Services, controllers: readonly ControllerId[], input: unknown) => Promise<object>;
  grants: ModuleGrants;
};

/** What a function may do to each table beyond reading records: read by CDK to write its policy. */
export type ModuleGrants = {
  /** `none`: a consumer that only takes files away. */
  records: 'none' | 'read' | 'write';
  /** `destroy`: it takes keys away, which is the end of what they sealed. The run of disposal alone. */
  keys: 'none' | 'read' | 'write' | 'destroy';
  /** Every module puts lines, but not a consumer that opens nothing; only the log's own readers may read them. */
  trail: 'none' | 'put' | 'read';
  /** KMS operations on the client-data key. */
  clientKey: readonly ('generate' | 'unwrap')[];
  /** National definitions and code lists that the operator has loaded (`shared/documents/library.ts`). */
  library?: 'read';
  /** It proves lines: it reads what of the access log was sealed, and nothing else of the archive. */
  sealedLog?: 'read';
  /** What it may do to objects of each bucket, of its session's controller only. None unless it says so. */
  objects?: Partial<Record<ObjectBucket, readonly ObjectVerb[]>>;
  /** It lets passwords of the user pool of officials age (`services.directory`). */
  directory?: 'passwords';
};

export type ObjectBucket = 'inbox' | 'documents' | 'exports' | 'transfers';

/** `receive`: sign forms by which others put. `scan`: read what the malware scanner wrote on it. */
export type ObjectVerb = 'receive' | 'put' | 'get' | 'remove' | 'list' | 'scan';

/** Manifest: one folder of functions, one HTTP Lambda behind `/v1/<name>/{proxy+}`, one role, one log group. */
export type Module = {
  name: string;
  /** Its path `/v1/<prefix>/`, where another door has a module under the same: its name otherwise. */
  prefix?: string;
  title: string;
  audience: 'staff' | 'citizens';
  routes: readonly Route[];
  /** Pages for everybody without sign-in: such a module has no other routes, and no key. */
  open?: readonly OpenRoute[];
  consumers: readonly Consumer[];
  inbox?: InboxTaker;
  schedules?: readonly Schedule[];
  grants: ModuleGrants;
};
