import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Services, TrailIntake } from '../../shared/services.ts';

const Input = z.object({
  TableName: z.string().optional(),
  Item: z.looseObject({ pk: z.string() }).optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
  TransactItems: z
    .array(
      z.record(
        z.string(),
        z.looseObject({ TableName: z.string(), Item: z.record(z.string(), z.unknown()).optional() }),
      ),
    )
    .optional(),
});

/** One call to the store, as a test picks it: `PutCommand` to `test1-trail`, and the partition of what is put. */
export type Call = {
  name: string;
  tables: string[];
  partition: string | undefined;
  /** What a transaction puts. */
  written: Record<string, unknown>[];
  send: () => Promise<unknown>;
};

function callOf(command: object, send: () => Promise<unknown>): Call {
  const input = Input.parse('input' in command ? command.input : {});
  const items = (input.TransactItems ?? []).flatMap((item) => Object.values(item));
  const transacted = items.map(({ TableName }) => TableName);
  const one = input.TableName === undefined ? [] : [input.TableName];
  return {
    name: command.constructor.name,
    tables: [...one, ...Object.keys(input.RequestItems ?? {}), ...transacted],
    partition: input.Item?.pk,
    written: items.flatMap(({ Item }) => (Item === undefined ? [] : [Item])),
    send,
  };
}

/**
 * Lets a test stand between the product and the store until `mend` is called: `meet` sends a call on, waits,
 * or throws in its place.
 */
export function betweenStore(
  services: Services,
  meet: (call: Call) => Promise<unknown>,
): { mend: () => void } {
  const { tables } = services;
  services.tables = {
    ...tables,
    clientOf: (controller) =>
      new Proxy(tables.clientOf(controller), {
        get(client, name) {
          if (name !== 'send') return Reflect.get(client, name, client);
          return (command: Parameters<DynamoDBDocumentClient['send']>[0]) =>
            meet(callOf(command, () => client.send(command)));
        },
      }),
  };
  return {
    mend() {
      services.tables = tables;
    },
  };
}

/** An error as the SDK names it. */
export const named = (name: string): Error => Object.assign(new Error(name), { name });

export const cancelled = (...codes: string[]): TransactionCanceledException =>
  new TransactionCanceledException({
    message: 'Transaction cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

/** An intake whose lines a test reads; `fails` says whether it takes any. */
export function watchedIntake(services: Services, fails = false): { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  const intake: TrailIntake = {
    async putIfAbsent(key, body) {
      if (fails) throw named('ServiceUnavailable');
      if (kept.has(key)) throw named('PreconditionFailed');
      kept.set(key, body);
    },
  };
  services.intake = intake;
  return { kept };
}

/** A gate that holds whoever waits at it until it is opened. */
export function gate(): { passed: Promise<void>; open: () => void } {
  let open = (): void => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}
