import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ControllerId } from '../kernel/id.ts';
import type { Tables } from '../services.ts';

/**
 * Puts an item over whatever stands there: what nobody may do to a line of the trail. Only what plants violations does
 * it, to an invented client's, and lays down what means the same whoever puts it (shared/plantings).
 */
export async function putOver(
  tables: Tables,
  controller: ControllerId,
  table: 'records' | 'trail',
  item: Record<string, unknown>,
): Promise<void> {
  await tables.clientOf(controller).send(new PutCommand({ TableName: tables[table], Item: item }));
}
