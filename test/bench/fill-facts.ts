import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { localClientOptions } from '../../infra/local/create-tables.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';
import { ControllerId } from '../../shared/kernel/id.ts';
import { fill } from './fill.ts';
import { inventedFacts } from './invented-facts.ts';

const FactsToFill = z.strictObject({
  endpoint: z.string(),
  table: z.string(),
  controller: ControllerId,
  period: Period,
  count: z.int(),
});
type FactsToFill = z.infer<typeof FactsToFill>;

/** Writes invented facts from a process of its own: what making them leaves in memory is not what counting takes. */
export async function fillFacts(facts: FactsToFill): Promise<void> {
  await promisify(execFile)(process.execPath, [import.meta.filename, JSON.stringify(facts)]);
}

if (import.meta.main) {
  const { endpoint, table, controller, period, count } = FactsToFill.parse(JSON.parse(process.argv[2] ?? ''));
  const client = new DynamoDBClient(localClientOptions(endpoint));
  await fill(DynamoDBDocumentClient.from(client), inventedFacts({ table, controller }, period, count));
  client.destroy();
}
