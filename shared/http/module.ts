import type { Envelope, EventType } from '../events/envelope.ts';
import type { Services } from '../services.ts';
import type { Route } from './route.ts';

/** News a module listens to: one effect, safe to repeat. Its Lambda is `functions/<module>/on-<event>.ts`. */
export type Consumer = {
  event: EventType;
  /** File without its ending, beside the module's manifest. */
  file: string;
  handle: (services: Services, envelope: Envelope) => Promise<void>;
};

/** What a module's function may do to each table beyond reading records: read by CDK to write its policy. */
export type ModuleGrants = {
  records: 'read' | 'write';
  keys: 'none' | 'read' | 'write';
  /** Every module puts lines; only the log's own readers may read them. */
  trail: 'put' | 'read';
  /** KMS operations on the client-data key. */
  clientKey: readonly ('generate' | 'unwrap')[];
};

/** Manifest: one folder of functions, one HTTP Lambda behind `/v1/<name>/{proxy+}`, one role, one log group. */
export type Module = {
  name: string;
  title: string;
  audience: 'staff' | 'citizens';
  routes: readonly Route[];
  consumers: readonly Consumer[];
  grants: ModuleGrants;
};
