import { randomUUID } from 'node:crypto';
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  type DynamoDBDocumentClient,
  GetCommand,
  type GetCommandInput,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Call, Recording } from './record.ts';
import { isObject } from './values.ts';

/** The floor: the same calls in the same rounds, sent bare, with nothing judged, sealed or parsed between them. */
export type Replay = { ready(): Promise<void>; run(): Promise<void> };

type Send = () => Promise<unknown>;

let copies = 0;

/** Puts go to keys of their own, so that every "if absent" holds; what a call removes is put back before. */
export function replayOf(client: DynamoDBDocumentClient, recording: Recording): Replay {
  const restored = restorable(recording);
  let rounds: Send[][] = [];
  return {
    async ready() {
      for (const put of restored) await client.send(new PutCommand(put));
      copies += 1;
      rounds = recording.rounds.map((calls) => calls.map((call) => sendOf(client, call, `.${copies}`)));
    },
    async run() {
      for (const sends of rounds) await Promise.all(sends.map((send) => send()));
    },
  };
}

/** The command is made within what is timed, as an operation makes it; only the fresh keys are made before. */
function sendOf(client: DynamoDBDocumentClient, { command, input }: Call, copy: string): Send {
  switch (command) {
    case 'GetItem':
      return () => client.send(new GetCommand(input as GetCommandInput));
    case 'Query':
      return () => client.send(new QueryCommand(input as QueryCommandInput));
    case 'BatchGetItem':
      return () => client.send(new BatchGetCommand(input as BatchGetCommandInput));
    case 'PutItem': {
      const put = atFreshKey(input, copy);
      return () => client.send(new PutCommand(put as PutCommandInput));
    }
    case 'TransactWriteItems': {
      const { TransactItems } = input as TransactWriteCommandInput;
      const items = (TransactItems ?? []).map((item) =>
        item.Put === undefined ? item : { Put: atFreshKey(item.Put, copy) as PutCommandInput },
      );
      const fresh = { TransactItems: items, ClientRequestToken: randomUUID() };
      return () => client.send(new TransactWriteCommand(fresh));
    }
    default:
      throw new Error(`The floor knows no ${command}.`);
  }
}

const isConditionedOnVersion = (put: object): boolean =>
  'ConditionExpression' in put && String(put.ConditionExpression).includes(':version');

/** In a partition of its own: beside what it is a copy of, whoever reads that partition would meet it and fail to open it. */
function atFreshKey(put: object, copy: string): object {
  if (!('Item' in put) || !isObject(put.Item) || isConditionedOnVersion(put)) return put;
  return { ...put, Item: { ...put.Item, pk: `${String(put.Item['pk'])}${copy}` } };
}

/** Items that the recorded writes change, remove or check: as they were read in the same operation. */
function restorable({ rounds, read }: Recording): PutCommandInput[] {
  const writes = rounds.flat().flatMap(({ input }) => {
    const { TransactItems = [] } = input as { TransactItems?: TransactWriteCommandInput['TransactItems'] };
    return TransactItems.map(
      ({ Put, Delete, ConditionCheck }) =>
        Delete ?? ConditionCheck ?? (Put !== undefined && isConditionedOnVersion(Put) ? Put : undefined),
    );
  });
  return writes.flatMap((write) => {
    if (write === undefined) return [];
    const key = 'Item' in write ? write.Item : write.Key;
    const stood = read.find((item) => item['pk'] === key?.['pk'] && item['sk'] === key?.['sk']);
    if (stood === undefined) throw new Error('A write rests on an item that was not read.');
    return [{ TableName: write.TableName, Item: stood }];
  });
}
