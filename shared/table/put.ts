import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ControllerId } from '../kernel/id.ts';
import type { Tables } from '../services.ts';

/** Puts an item where nothing stands. Throws ConditionalCheckFailedException, with what stands, when something does. */
export async function putIfAbsent(
  tables: Tables,
  controller: ControllerId,
  table: 'records' | 'keys' | 'trail',
  item: Record<string, unknown>,
): Promise<void> {
  await tables.clientOf(controller).send(
    new PutCommand({
      TableName: tables[table],
      Item: item,
      ConditionExpression: 'attribute_not_exists(#pk)',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    }),
  );
}
