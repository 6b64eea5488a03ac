import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import type { ControllerId } from '../kernel/id.ts';
import type { Tables } from '../services.ts';
import type { Key } from './keys.ts';

/** Takes an item away whatever its version: for what was only waiting to be carried on. No act uses it. */
export async function removeItem(
  tables: Tables,
  controller: ControllerId,
  table: 'records',
  { pk, sk }: Key,
): Promise<void> {
  await tables.clientOf(controller).send(new DeleteCommand({ TableName: tables[table], Key: { pk, sk } }));
}
