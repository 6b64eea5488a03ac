import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';

/** Sequential steps of the tables and of the key service together: what is under way at once is one step. */
export type StepCounter = { take(): number; end(): void };

/** Longer than a table's first microtasks: the key service lies across a network. */
const KEY_SERVICE_MS = 3;
const NAME = 'countSteps';

export function stepCounter(services: Services, controller: ControllerId): StepCounter {
  const client = services.tables.clientOf(controller);
  const { vault } = services;
  let steps = 0;
  let inFlight = 0;
  async function during<T>(call: () => Promise<T>): Promise<T> {
    if (inFlight === 0) steps += 1;
    inFlight += 1;
    try {
      return await call();
    } finally {
      inFlight -= 1;
    }
  }
  client.middlewareStack.add((next) => (args) => during(() => next(args)), {
    step: 'initialize',
    name: NAME,
  });
  const across = <T>(call: () => Promise<T>): Promise<T> =>
    during(async () => {
      await new Promise((resolve) => setTimeout(resolve, KEY_SERVICE_MS));
      return call();
    });
  services.vault = {
    generate: (...asked) => across(() => vault.generate(...asked)),
    unwrap: (...asked) => across(() => vault.unwrap(...asked)),
  };
  return {
    take() {
      const taken = steps;
      steps = 0;
      return taken;
    },
    end() {
      client.middlewareStack.remove(NAME);
      services.vault = vault;
    },
  };
}
