import { afterAll } from 'vitest';
import type { Answered } from '../../infra/local/gateway-log.ts';
import type { SignIn } from '../../infra/local/issuer.ts';
import { type LocalRun, localServices } from '../../infra/local/services.ts';
import type { ApplicationLog, LogFields, MessageCode } from '../../shared/application-log.ts';
import type { Module } from '../../shared/http/module.ts';
import { Instant, plusMinutes } from '../../shared/kernel/instant.ts';
import type { Services } from '../../shared/services.ts';
import { descendingIds } from './descending-ids.ts';
import { testTables } from './store.ts';

/** A Tuesday at noon in Helsinki, in winter time. */
export const START = Instant.parse('2026-11-24T10:00:00.000Z');

export type MovableClock = {
  now: () => Instant;
  set: (to: Instant) => void;
  advance: (minutes: number) => void;
};

export function movableClock(start: Instant = START): MovableClock {
  let now = start;
  return {
    now: () => now,
    set(to) {
      now = to;
    },
    advance(minutes) {
      now = plusMinutes(now, minutes);
    },
  };
}

export type TestServices = {
  services: Services;
  /** What an operator has loaded; a test loads here. */
  library: LocalRun['library'];
  clock: MovableClock;
  tokenFor: (user: SignIn) => Promise<string>;
  /** Resolves when every outgoing event and every copy of a line has been handled. */
  drained: () => Promise<void>;
  /** Takes the forms by which files are posted. */
  inbox: LocalRun['inbox'];
  /** Delivers the dead letters again; how many there were. */
  replay: () => number;
  /** What the witnesses of the log saw: CloudTrail's objects, what it has not delivered yet, and what a door answered. */
  witness: { delivered: Map<string, Buffer>; cloudTrail: LocalRun['cloudTrail']; answered: Answered[] };
  /** What the application log was told, oldest first. */
  logged: { level: 'info' | 'error'; code: MessageCode; fields: LogFields }[];
};

const ends: (() => void)[] = [];
afterAll(() => {
  for (const end of ends.splice(0)) end();
});

/** Everything a request needs, over empty tables of its own: keys in memory, a clock that the test moves. */
export const testServices = async (
  modules: readonly Module[] = [],
  more: Followed = {},
): Promise<TestServices> => (await testRun(modules, more)).test;

/** Whether each line gets the rows by which the log is asked: what asks nothing by them need not wait for them. */
export type Followed = { rows?: true };

/** The same, with the run that a local server stands on. */
export async function testRun(
  modules: readonly Module[],
  { rows }: Followed = {},
): Promise<{ run: LocalRun; test: TestServices }> {
  const { endpoint, tableNames } = await testTables();
  const clock = movableClock();
  const logged: TestServices['logged'] = [];
  const log: ApplicationLog = {
    info: (code, fields = {}) => logged.push({ level: 'info', code, fields }),
    error: (code, fields = {}) => logged.push({ level: 'error', code, fields }),
  };
  const witness = new Map<string, Buffer>();
  const run = localServices({
    endpoint,
    tableNames,
    folder: undefined,
    modules,
    clock,
    log,
    delivered: (name, bytes) => void witness.set(name, bytes),
  });
  ends.push(() => run.close());
  const { services } = run;
  const random = services.random.bind(services);
  services.random = descendingIds(random);
  run.services.logged = (event) => {
    if (rows === true || event.clients.length > 1) run.bus.copy(event);
  };
  const test: TestServices = {
    services: run.services,
    library: run.library,
    clock,
    tokenFor: (user) => run.issuer.tokenFor(user),
    drained: () => run.bus.drained(),
    inbox: run.inbox,
    replay: () => run.bus.replay(),
    logged,
    witness: { delivered: witness, cloudTrail: run.cloudTrail, answered: [] },
  };
  return { run, test };
}
