import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { isObject } from './values.ts';

/** One call as an operation sent it: the command's class and its input. */
export type Call = { command: string; input: Record<string, unknown> };

/** What an operation asked of the tables: calls that were under way together are one round. */
export type Recording = {
  rounds: Call[][];
  /** Items that were read, as they stood: a replay that changes them needs them to stand again. */
  read: Record<string, unknown>[];
};

/** Listens to a table client while `run` runs. Nothing else may use the client meanwhile. */
export async function record(
  client: DynamoDBDocumentClient,
  run: () => Promise<unknown>,
): Promise<Recording> {
  const recording: Recording = { rounds: [], read: [] };
  let inFlight = 0;
  const name = 'record';
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const input = structuredClone(args.input);
      if (!isObject(input)) throw new Error('A call without an input.');
      const call: Call = { command: String(context['commandName']).replace('Command', ''), input };
      if (inFlight === 0) recording.rounds.push([]);
      recording.rounds.at(-1)?.push(call);
      inFlight += 1;
      try {
        const told = await next(args);
        recording.read.push(...itemsIn(told.output));
        return told;
      } finally {
        inFlight -= 1;
      }
    },
    { step: 'initialize', name },
  );
  try {
    await run();
  } finally {
    client.middlewareStack.remove(name);
  }
  return recording;
}

function itemsIn(output: unknown): Record<string, unknown>[] {
  if (!isObject(output)) return [];
  const { Item, Items, Responses } = output;
  const batches = isObject(Responses) ? Object.values(Responses) : [];
  return [Item, Items, ...batches].flat().filter(isObject);
}
