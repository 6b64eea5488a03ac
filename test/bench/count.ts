import { type Counts, counted } from '../support/counted.ts';
import type { World } from '../support/world-over.ts';
import { stepCounter } from './count-steps.ts';
import { clientKeySwitch, keyCacheSwitch, type Switch } from './safeguards.ts';
import type { Measured } from './sample.ts';
import type { Stage } from './stage.ts';

/** What one operation cost at once, and what its news cost afterwards. */
export type Cost = {
  calls: Counts['calls'];
  /** Sequential steps, the key service's among them. */
  steps: number;
  readUnits: number;
  writeUnits: number;
  /** Write units of indexes and of what hears the news: name tokens, each client's copy of a line. */
  laterUnits: number;
  kmsCalls: number;
};

type CostCounter = {
  costOf(act: Measured): Promise<Cost>;
  /** The services are again as they were. */
  end(): void;
};

/** Holds the news of an operation back until its own cost is counted. One at a time for each world. */
function costCounter(world: World): CostCounter {
  const { services, controller } = world;
  const before = { ...services };
  const steps = stepCounter(services, controller);
  const counter = counted(services, controller);
  const held: (() => void)[] = [];
  services.committed = (events) => void held.push(() => before.committed(events));
  services.logged = (event) => void held.push(() => before.logged(event));
  const settle = async (): Promise<void> => {
    for (const tell of held.splice(0)) tell();
    await world.drained();
  };
  return {
    async costOf({ ready, run }) {
      await ready?.();
      await settle();
      steps.take();
      const { cost } = await counter.costOf(run);
      const taken = steps.take();
      const { cost: later } = await counter.costOf(settle);
      return {
        calls: cost.calls,
        steps: taken,
        readUnits: cost.readUnits,
        writeUnits: cost.writeUnits,
        laterUnits: cost.laterUnits + later.writeUnits + later.laterUnits,
        kmsCalls: cost.kmsCalls,
      };
    },
    end() {
      steps.end();
      services.tables.clientOf(controller).middlewareStack.remove('counted');
      Object.assign(services, before);
    },
  };
}

/** With every key in memory, without the client's own, and in a function that has just started. */
export type Counted = { warm: Cost; cold: Cost; started: Cost };

export async function countWithKeys(stage: Stage, act: Measured): Promise<Counted> {
  const { world } = stage;
  const counter = costCounter(world);
  const clientKey = clientKeySwitch(stage);
  const allKeys = keyCacheSwitch(world.services);
  const without = async (turn: Switch): Promise<Cost> => {
    await act.ready?.();
    turn.off();
    return counter.costOf({ run: act.run });
  };
  try {
    await counter.costOf(act);
    const warm = await counter.costOf(act);
    return { warm, cold: await without(clientKey), started: await without(allKeys) };
  } finally {
    allKeys.on();
    counter.end();
  }
}
