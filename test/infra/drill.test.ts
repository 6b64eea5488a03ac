import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DeleteTableCommand,
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  RestoreTableToPointInTimeCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startLocal } from '../../infra/local/run.ts';
import { runningStore } from '../../infra/local/store-orphans.ts';
import { type AwsRestore, restoreOnAws } from '../../infra/recovery/aws.ts';
import { type DrillPlan, drill } from '../../infra/recovery/drill.ts';
import { laptopDrill } from '../../infra/recovery/laptop.ts';
import { Instant, plusSeconds } from '../../shared/kernel/instant.ts';
import { linesOf } from '../support/dump.ts';
import { testServices } from '../support/services.ts';

const folder = mkdtempSync(join(tmpdir(), 'sointu-drilled-'));
const copies = (): string[] => readdirSync(folder).filter((name) => name.startsWith('drill-'));
let server: { stop: () => Promise<void> } | undefined;

describe('the drill of a laptop', () => {
  beforeAll(async () => {
    server = await startLocal({
      port: 0,
      folder,
      clients: 6,
      endpoint: undefined,
      allowedOrigins: [],
    });
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function drilled(change: (plan: DrillPlan) => DrillPlan = (plan) => plan) {
    const { plan, close } = await laptopDrill(folder);
    try {
      return { result: await drill(change(plan)), plan, lines: await linesOf(plan.live) };
    } finally {
      await close();
    }
  }

  test('opens a file from a copy made while the server serves, and says how long it took and what it cost [L-9.19]', async () => {
    expect(runningStore(folder)).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const { result, plan, lines } = await drilled();
    expect(result.lossSeconds).toBe(0);
    expect(result.recoverySeconds).toBeGreaterThan(0);
    expect(result.notes + result.cases).toBeGreaterThan(0);
    expect(copies()).toEqual([]);

    const drills = lines.filter(({ eventName }) => eventName === 'RestoreDrilled');
    expect(drills).toMatchObject([
      { clients: [plan.clientId], readOnly: true, userIdentity: { name: plan.ranBy } },
    ]);
  });

  /** A copy that lacks something, made of the good one by changing what its services answer. */
  const spoiled =
    (spoil: (services: DrillPlan['live']) => DrillPlan['live']) =>
    (plan: DrillPlan): DrillPlan => ({
      ...plan,
      restore: async (notBefore) => {
        const copy = await plan.restore(notBefore);
        return { ...copy, services: spoil(copy.services) };
      },
    });

  test('fails when the copy lacks the last acknowledged line', async () => {
    const lineless = spoiled((services) => ({
      ...services,
      tables: { ...services.tables, trail: services.tables.records },
    }));
    await expect(drilled(lineless)).rejects.toThrow('lacks the last acknowledged line');
    expect(copies()).toEqual([]);
  });

  test('fails when the copy lacks the keys of the client', async () => {
    const keyless = spoiled((services) => ({
      ...services,
      tables: { ...services.tables, keys: services.tables.records },
    }));
    await expect(drilled(keyless)).rejects.toThrow();
    expect(copies()).toEqual([]);
  });

  test('opens nothing, and restores nothing, when its line cannot be stored', async () => {
    const restore = vi.fn<DrillPlan['restore']>();
    const unlogged = (plan: DrillPlan): DrillPlan => ({
      ...plan,
      restore,
      live: {
        ...plan.live,
        tables: { ...plan.live.tables, trail: 'no-such-table' },
        intake: { putIfAbsent: () => Promise.reject(new Error('full')) },
      },
    });
    await expect(drilled(unlogged)).rejects.toMatchObject({ definition: { code: 'log.unavailable' } });
    expect(restore).not.toHaveBeenCalled();
  });
});

describe('the drill on AWS (its calls only: not yet run on an account)', () => {
  const client = new DynamoDBClient({ region: 'eu-north-1' });
  const dynamo = mockClient(client);
  afterEach(() => dynamo.reset());

  const NOW = Instant.parse('2026-11-24T10:00:00.000Z');
  const tables = { records: 'sointu-test-records', keys: 'sointu-test-keys', trail: 'sointu-test-trail' };

  /** Tables whose last restorable moment moves on by a minute each time it is asked for. */
  function restorableFrom(start: Instant): void {
    let asked = 0;
    dynamo.on(DescribeContinuousBackupsCommand).callsFake(() => {
      const latest = new Date(plusSeconds(start, 60 * Math.floor(asked / 3)));
      asked += 1;
      return {
        ContinuousBackupsDescription: {
          ContinuousBackupsStatus: 'ENABLED',
          PointInTimeRecoveryDescription: { LatestRestorableDateTime: latest },
        },
      };
    });
  }

  async function planned(): Promise<AwsRestore & { sentences: string[] }> {
    const { services } = await testServices();
    const sentences: string[] = [];
    return {
      client,
      tables,
      tableKey: 'alias/sointu-test-data',
      suffix: 'drill-1',
      servicesOn: (names) => ({ ...services, tables: { ...services.tables, ...names } }),
      now: () => NOW,
      told: (sentence) => sentences.push(sentence),
      askEveryMs: 1,
      sentences,
    };
  }

  test('restores the three tables at one moment after the drill began, and deletes the copies', async () => {
    restorableFrom(plusSeconds(NOW, -300));
    const deleted = new Set<unknown>();
    dynamo.on(RestoreTableToPointInTimeCommand).resolves({});
    dynamo.on(DescribeTableCommand).callsFake(({ TableName }) => {
      if (deleted.has(TableName)) throw new ResourceNotFoundException({ message: '', $metadata: {} });
      return { Table: { TableStatus: 'ACTIVE' } };
    });
    dynamo.on(DeleteTableCommand).callsFake(({ TableName }) => deleted.add(TableName));

    const copy = await restoreOnAws(await planned(), NOW);

    expect(copy.lossSeconds).toBe(300);
    expect(copy.asOf > NOW).toBe(true);
    const asked = dynamo.commandCalls(RestoreTableToPointInTimeCommand).map(({ args: [{ input }] }) => input);
    expect(asked.map(({ TargetTableName }) => TargetTableName)).toEqual(
      Object.values(tables).map((name) => `${name}-drill-1`),
    );
    expect(new Set(asked.map(({ RestoreDateTime }) => RestoreDateTime?.toISOString()))).toEqual(
      new Set([copy.asOf]),
    );
    expect(copy.services.tables).toMatchObject({ keys: 'sointu-test-keys-drill-1' });
    await copy.remove();
    expect([...deleted]).toEqual(Object.values(tables).map((name) => `${name}-drill-1`));
  });

  test('leaves no copy behind when a restore is refused, and names what it could not delete', async () => {
    restorableFrom(plusSeconds(NOW, 60));
    dynamo.on(RestoreTableToPointInTimeCommand).rejects(new Error('LimitExceeded'));
    dynamo.on(DescribeTableCommand).resolves({ Table: { TableStatus: 'ACTIVE' } });
    dynamo.on(DeleteTableCommand).rejects(new Error('AccessDenied'));
    const plan = await planned();
    await expect(restoreOnAws(plan, NOW)).rejects.toThrow('LimitExceeded');
    expect(plan.sentences.filter((sentence) => sentence.includes('delete it by hand'))).toHaveLength(3);
  });

  test('does not begin where a table has no point-in-time recovery', async () => {
    dynamo.on(DescribeContinuousBackupsCommand).resolves({});
    await expect(restoreOnAws(await planned(), NOW)).rejects.toThrow('no point-in-time recovery');
    expect(dynamo.commandCalls(RestoreTableToPointInTimeCommand)).toEqual([]);
  });
});
