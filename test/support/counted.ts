import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';

/** What something cost, counted and not guessed: these figures do not vary with the machine. */
export type Counts = {
  /** Calls to the tables, by command: `Query`, `TransactWriteItems`. */
  calls: Record<string, number>;
  /** Sequential steps: calls sent side by side are one. */
  rounds: number;
  /** Capacity units of reads, of the table or of the index that was asked. */
  readUnits: number;
  /** Write units taken from the tables at once. */
  writeUnits: number;
  /** Write units that the indexes take later. */
  laterUnits: number;
  /** Calls to the key service. */
  kmsCalls: number;
};

const nothing = (): Counts => ({
  calls: {},
  rounds: 0,
  readUnits: 0,
  writeUnits: 0,
  laterUnits: 0,
  kmsCalls: 0,
});

export type Counter = {
  /** Runs something and tells what it cost. Nothing else may use these services meanwhile. */
  costOf<T>(run: () => Promise<T>): Promise<{ result: T; cost: Counts }>;
};

const READS = new Set(['GetItem', 'BatchGetItem', 'Query', 'TransactGetItems']);
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Puts counters into the services' own table client and key vault, once. The store tells the units it took
 * (ReturnConsumedCapacity); the embedded one counts them as DynamoDB documents it.
 */
export function counted(services: Services, controller: ControllerId): Counter {
  let counts = nothing();
  let inFlight = 0;

  services.tables.clientOf(controller).middlewareStack.add(
    (next, context) => async (args) => {
      const command = String(context['commandName']).replace('Command', '');
      counts.calls[command] = (counts.calls[command] ?? 0) + 1;
      if (inFlight === 0) counts.rounds += 1;
      inFlight += 1;
      try {
        if (isObject(args.input)) Object.assign(args.input, { ReturnConsumedCapacity: 'INDEXES' });
        const told = await next(args);
        add(counts, command, consumedIn(told.output));
        return told;
      } finally {
        inFlight -= 1;
      }
    },
    { step: 'initialize', name: 'counted' },
  );

  const { vault } = services;
  services.vault = {
    generate(...asked) {
      counts.kmsCalls += 1;
      return vault.generate(...asked);
    },
    unwrap(...asked) {
      counts.kmsCalls += 1;
      return vault.unwrap(...asked);
    },
  };

  return {
    async costOf(run) {
      counts = nothing();
      const result = await run();
      const cost = counts;
      counts = nothing();
      return { result, cost };
    },
  };
}

function consumedIn(output: unknown): ConsumedCapacity[] {
  if (!isObject(output) || !('ConsumedCapacity' in output)) return [];
  const { ConsumedCapacity: told } = output;
  return (Array.isArray(told) ? told : [told]).filter((one) => isObject(one));
}

function add(counts: Counts, command: string, consumed: readonly ConsumedCapacity[]): void {
  for (const { CapacityUnits, Table, GlobalSecondaryIndexes } of consumed) {
    const all = CapacityUnits ?? 0;
    if (READS.has(command)) {
      counts.readUnits += all;
      continue;
    }
    const indexes = Object.values(GlobalSecondaryIndexes ?? {});
    const later = indexes.reduce((sum, index) => sum + (index.CapacityUnits ?? 0), 0);
    counts.writeUnits += Table?.CapacityUnits ?? all - later;
    counts.laterUnits += later;
  }
}
