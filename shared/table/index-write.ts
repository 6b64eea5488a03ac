import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { ControllerId } from '../kernel/id.ts';
import type { Tables } from '../services.ts';
import type { Key } from './keys.ts';

type Item = Key & Record<string, unknown>;

/**
 * Brings look-up items in line with what they index, all at once. They hold keyed hashes and ids only, so no
 * client's data are touched and no access-log line is due. The mark tells which version they stand for.
 */
export async function writeIndex(
  tables: Tables,
  controller: ControllerId,
  change: {
    puts: readonly Item[];
    removes: readonly Key[];
    mark: { put: Item; when: 'absent' | { version: number } };
  },
): Promise<void> {
  const { mark } = change;
  const condition =
    mark.when === 'absent'
      ? { ConditionExpression: 'attribute_not_exists(#pk)', ExpressionAttributeNames: { '#pk': 'pk' } }
      : {
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': mark.when.version },
        };
  const writes: TransactWriteCommandInput['TransactItems'] = [
    ...change.puts.map((item) => ({ Put: { TableName: tables.records, Item: item } })),
    ...change.removes.map(({ pk, sk }) => ({ Delete: { TableName: tables.records, Key: { pk, sk } } })),
    { Put: { TableName: tables.records, Item: mark.put, ...condition } },
  ];
  await tables.clientOf(controller).send(new TransactWriteCommand({ TransactItems: writes }));
}

/** Whether a write of an index was refused because somebody else had brought it in line. */
export const isOvertaken = (thrown: unknown): boolean => thrown instanceof TransactionCanceledException;
