import { setTimeout as pause } from 'node:timers/promises';
import {
  DeleteTableCommand,
  DescribeContinuousBackupsCommand,
  DynamoDBClient,
  RestoreTableToPointInTimeCommand,
  waitUntilTableExists,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';
import { dateOf, epochMsOf, type Instant, instantOf } from '../../shared/kernel/instant.ts';
import type { Services } from '../../shared/services.ts';
import { TABLE_NAMES, type TableName } from '../table.ts';
import type { Restored } from './drill.ts';

const ASK_EVERY_MS = 15_000;
/** A restore takes from a quarter of an hour, however small the table, to hours. */
const MOST_SECONDS = 6 * 3600;

export type AwsRestore = {
  client: DynamoDBClient;
  tables: Record<TableName, string>;
  /** KMS key of the tables at rest; a copy lies under the same. */
  tableKey: string;
  /** Told apart from the copies of other drills. */
  suffix: string;
  servicesOn: (tables: Record<TableName, string>) => Services;
  now: () => Instant;
  told: (sentence: string) => void;
  askEveryMs?: number;
};

/**
 * Restores the three tables to new names, at one moment that all three can be restored to and that is not
 * before the one given. The copies are deleted when the drill ends, however it ends.
 */
export async function restoreOnAws(plan: AwsRestore, notBefore: Instant): Promise<Restored> {
  const { client, tables, suffix, told, now } = plan;
  const lossSeconds = (epochMsOf(now()) - epochMsOf(await restorable(plan))) / 1000;
  const asOf = await momentAfter(plan, notBefore);
  const began = performance.now();
  const copies = copiesOf(tables, suffix);
  const remove = () => removeTables(client, Object.values(copies), told);
  try {
    await Promise.all(TABLE_NAMES.map((name) => restoreTable(plan, name, copies[name], asOf)));
    return { services: plan.servicesOn(copies), asOf, began, lossSeconds, remove };
  } catch (thrown) {
    await remove();
    throw thrown;
  }
}

const copiesOf = (tables: Record<TableName, string>, suffix: string): Record<TableName, string> => ({
  records: `${tables.records}-${suffix}`,
  keys: `${tables.keys}-${suffix}`,
  trail: `${tables.trail}-${suffix}`,
});

/** The latest moment to which every one of the tables can be restored now. */
async function restorable({ client, tables }: AwsRestore): Promise<Instant> {
  const latest = await Promise.all(
    Object.values(tables).map(async (TableName) => {
      const told = await client.send(new DescribeContinuousBackupsCommand({ TableName }));
      const moment =
        told.ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.LatestRestorableDateTime;
      if (moment === undefined) throw new Error(`${TableName} has no point-in-time recovery.`);
      return moment.getTime();
    }),
  );
  return instantOf(Math.min(...latest));
}

async function momentAfter(plan: AwsRestore, notBefore: Instant): Promise<Instant> {
  for (;;) {
    const moment = await restorable(plan);
    if (epochMsOf(moment) > epochMsOf(notBefore)) return moment;
    plan.told(`can be restored to ${moment}: waiting until that is after ${notBefore}`);
    await pause(plan.askEveryMs ?? ASK_EVERY_MS);
  }
}

async function restoreTable(
  { client, tables, tableKey, told }: AwsRestore,
  name: TableName,
  copy: string,
  asOf: Instant,
): Promise<void> {
  await client.send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName: tables[name],
      TargetTableName: copy,
      RestoreDateTime: dateOf(asOf),
      BillingModeOverride: 'PAY_PER_REQUEST',
      SSESpecificationOverride: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: tableKey },
    }),
  );
  told(`restoring ${copy}`);
  await waitUntilTableExists({ client, maxWaitTime: MOST_SECONDS }, { TableName: copy });
  told(`restored ${copy}`);
}

async function removeTables(
  client: DynamoDBClient,
  names: readonly string[],
  told: AwsRestore['told'],
): Promise<void> {
  for (const TableName of names) {
    try {
      await waitUntilTableExists({ client, maxWaitTime: MOST_SECONDS }, { TableName });
      await client.send(new DeleteTableCommand({ TableName }));
      await waitUntilTableNotExists({ client, maxWaitTime: MOST_SECONDS }, { TableName });
      told(`deleted ${TableName}`);
    } catch (thrown) {
      told(`${TableName} could not be deleted (${String(thrown)}): delete it by hand, it holds a copy.`);
    }
  }
}
