import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { ControllerId } from '../kernel/id.ts';
import type { Tables } from '../services.ts';
import type { Key } from './keys.ts';

/** So many a transaction takes at most. */
const AT_ONCE = 100;

/**
 * Takes away what was derived from other items and is of no use any more: sums and marks of the figures, which tell of
 * nobody, so that no access-log line is due. What is gone already does no harm.
 */
export async function removeDerived(
  tables: Tables,
  controller: ControllerId,
  keys: readonly Key[],
): Promise<void> {
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    await tables.clientOf(controller).send(
      new TransactWriteCommand({
        TransactItems: keys
          .slice(from, from + AT_ONCE)
          .map(({ pk, sk }) => ({ Delete: { TableName: tables.records, Key: { pk, sk } } })),
      }),
    );
  }
}
