import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Migrations, type RawItem } from './register.ts';
import { wronglyChanged } from './same-seals.ts';
import { upgraded } from './upgrade.ts';

export type Rewritten = { outcome: 'rewritten' | 'overtaken'; units: number };

/**
 * Stores an old item in its newest shape. Its version stays, because nothing of it has changed for a reader:
 * an ETag held by somebody goes on holding. An item changed since it was read is left alone, for whoever
 * changed it was faster.
 *
 * @throws Error when a step touched what it must leave: then nothing is written.
 */
export async function rewriteItem(
  client: DynamoDBDocumentClient,
  tableName: string,
  before: RawItem,
  migrations: Migrations,
): Promise<Rewritten> {
  const after = upgraded(before, migrations);
  const wrong = wronglyChanged(before, after);
  if (wrong.length > 0) throw new Error(`A migration must leave ${wrong.join(', ')} as they are.`);
  const { version } = before;
  // What has no version (a fact, a mark) is never changed by an act: its shape alone tells.
  const unchanged = version === undefined ? 'attribute_not_exists(#version)' : '#version = :version';
  try {
    const { ConsumedCapacity } = await client.send(
      new PutCommand({
        TableName: tableName,
        Item: { ...after },
        ConditionExpression: `#schema = :schema AND ${unchanged}`,
        ExpressionAttributeNames: { '#schema': 'schemaVersion', '#version': 'version' },
        ExpressionAttributeValues: {
          ':schema': before['schemaVersion'],
          ...(version === undefined ? {} : { ':version': version }),
        },
        ReturnConsumedCapacity: 'TOTAL',
      }),
    );
    return { outcome: 'rewritten', units: ConsumedCapacity?.CapacityUnits ?? 0 };
  } catch (thrown) {
    if (thrown instanceof ConditionalCheckFailedException) return { outcome: 'overtaken', units: 1 };
    throw thrown;
  }
}
