import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { ControllerId } from '../kernel/id.ts';
import type { Tables } from '../services.ts';
import type { Key } from './keys.ts';

type Item = Key & { version: number };

/**
 * Puts items in the place of others that say the same, all at once: upkeep that tells nothing new, so that no
 * access-log line is due. Throws TransactionCanceledException when one of the others is no longer what was read.
 */
export async function replaceItems(
  tables: Tables,
  controller: ControllerId,
  { puts, removes }: { puts: readonly Item[]; removes: readonly Item[] },
): Promise<void> {
  const writes: TransactWriteCommandInput['TransactItems'] = [
    ...puts.map((item) => ({
      Put: {
        TableName: tables.records,
        Item: item,
        ConditionExpression: 'attribute_not_exists(#pk)',
        ExpressionAttributeNames: { '#pk': 'pk' },
      },
    })),
    ...removes.map(({ pk, sk, version }) => ({
      Delete: {
        TableName: tables.records,
        Key: { pk, sk },
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': version },
      },
    })),
  ];
  await tables.clientOf(controller).send(new TransactWriteCommand({ TransactItems: writes }));
}
