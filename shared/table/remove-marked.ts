import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { ControllerId } from '../kernel/id.ts';
import type { Tables } from '../services.ts';
import type { Key } from './keys.ts';

/** A transaction holds no more. */
const AT_ONCE = 100;

/**
 * Takes a thing away and leaves marks of it, at once; of one with very many, most marks go before it. For disposal: whoever
 * is cut short does it again, and a mark means the same whoever puts it.
 */
export async function removeMarked(
  tables: Tables,
  controller: ControllerId,
  { pk, sk }: Key,
  marks: readonly Key[],
): Promise<void> {
  const writes: NonNullable<TransactWriteCommandInput['TransactItems']> = [
    ...marks.map((mark) => ({ Put: { TableName: tables.records, Item: { ...mark } } })),
    { Delete: { TableName: tables.records, Key: { pk, sk } } },
  ];
  for (let from = 0; from < writes.length; from += AT_ONCE) {
    const TransactItems = writes.slice(from, from + AT_ONCE);
    await tables.clientOf(controller).send(new TransactWriteCommand({ TransactItems }));
  }
}
