import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { modules } from '../../functions/modules.ts';
import { createTables, localClientOptions } from '../../infra/local/create-tables.ts';
import { localServices } from '../../infra/local/services.ts';
import { tableNames } from '../../infra/table.ts';
import { Instant, plusMinutes } from '../../shared/kernel/instant.ts';
import { type World, worldOver } from '../support/world-over.ts';

/** A county of its own to measure in: empty tables, and beside the product's client a bare one for the floor. */
export type County = {
  world: World;
  client: DynamoDBDocumentClient;
  bare: DynamoDBDocumentClient;
  end(): void;
};

const START = Instant.parse('2026-11-24T10:00:00.000Z');

let counties = 0;

export async function newCounty(endpoint: string): Promise<County> {
  counties += 1;
  const prefix = `bench${counties}`;
  await createTables(endpoint, prefix);
  const clock = movable();
  const names = tableNames(prefix);
  const run = localServices({ endpoint, tableNames: names, folder: undefined, modules, clock });
  const world = await worldOver({
    services: run.services,
    library: run.library,
    clock,
    tokenFor: rememberedTokens((user) => run.issuer.tokenFor(user), clock),
    drained: () => run.bus.drained(),
    inbox: run.inbox,
    replay: () => run.bus.replay(),
    logged: [],
    witness: { delivered: new Map(), cloudTrail: run.cloudTrail, answered: [] },
  });
  const dynamo = new DynamoDBClient(localClientOptions(endpoint));
  return {
    world,
    client: run.services.tables.clientOf(world.controller),
    bare: DynamoDBDocumentClient.from(dynamo),
    end() {
      dynamo.destroy();
      run.close();
    },
  };
}

/** In the cloud, streams carry the news to other functions: none of it is done within what is timed. */
export function keepNewsOut({ services }: World): void {
  services.committed = () => undefined;
  services.logged = () => undefined;
}

function movable(): World['clock'] {
  let now = START;
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

/** A front end signs in once: making a token is no part of a request. */
function rememberedTokens(tokenFor: World['tokenFor'], clock: World['clock']): World['tokenFor'] {
  const tokens = new Map<string, Promise<string>>();
  return (user) => {
    const name = `${user.userId} ${user.controller} ${clock.now().slice(0, 13)}`;
    const token = tokens.get(name) ?? tokenFor(user);
    tokens.set(name, token);
    return token;
  };
}
