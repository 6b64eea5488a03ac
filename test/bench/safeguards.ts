import { type DynamoDBDocumentClient, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { keyCache } from '../../shared/crypto/key-cache.ts';
import type { Services } from '../../shared/services.ts';
import type { Stage } from './stage.ts';

/** A table client that drops every line of the log: only to see what the log costs. */
function withoutLog(client: DynamoDBDocumentClient, trail: string): DynamoDBDocumentClient {
  const send = client.send.bind(client) as (command: unknown) => Promise<unknown>;
  const quiet = (command: unknown): Promise<unknown> => {
    if (command instanceof PutCommand && command.input.TableName === trail) return Promise.resolve({});
    if (command instanceof TransactWriteCommand) {
      const { TransactItems = [], ...rest } = command.input;
      const kept = TransactItems.filter(({ Put }) => Put?.TableName !== trail);
      return send(new TransactWriteCommand({ ...rest, TransactItems: kept }));
    }
    return send(command);
  };
  return Object.assign(Object.create(client) as DynamoDBDocumentClient, { send: quiet });
}

export type Switch = { on: () => void; off: () => void };

export function logSwitch(services: Services): Switch {
  const { tables } = services;
  const quiet: Services['tables'] = {
    ...tables,
    clientOf: (controller) => withoutLog(tables.clientOf(controller), tables.trail),
  };
  return {
    on: () => void (services.tables = tables),
    off: () => void (services.tables = quiet),
  };
}

/** Off: the client's plain key is forgotten, as when nobody has opened the file for minutes. */
export const clientKeySwitch = ({ world, keyId }: Stage): Switch => ({
  on: () => undefined,
  off: () => world.services.keyCache.forget(keyId),
});

/** Off: no plain key at all, as in a function that has just started. Each call empties the memory again. */
export function keyCacheSwitch(services: Services): Switch {
  const warm = services.keyCache;
  return {
    on: () => void (services.keyCache = warm),
    off: () => void (services.keyCache = keyCache(services.clock)),
  };
}
