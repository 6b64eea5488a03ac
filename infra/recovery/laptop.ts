import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { modules } from '../../functions/modules.ts';
import { ClientHead } from '../../shared/domain/clients/model.ts';
import type { Services } from '../../shared/services.ts';
import { indexKeys } from '../../shared/table/keys.ts';
import { query } from '../../shared/table/read.ts';
import { startDynamoDb } from '../local/dynamodb.ts';
import { type LocalRun, localServices } from '../local/services.ts';
import { runningStore } from '../local/store-orphans.ts';
import { type DevUser, readUsers } from '../local/users.ts';
import { tableNames } from '../table.ts';
import type { DrillPlan, Restored } from './drill.ts';

const STORE = 'dynamodb.sqlite';
const KEY_VAULT = 'master-keys.json';

/** Whose file is opened: the first client of a seeded worker, and that worker's controller. */
async function aClientInHand(services: Services, users: readonly DevUser[]) {
  for (const { controller, userId } of users) {
    const question = {
      table: 'records' as const,
      index: 'gsi1' as const,
      pk: indexKeys.worker(controller, userId),
      span: indexKeys.spans.clients,
      limit: 1,
    };
    const { items } = await query(services.tables, controller, question, ClientHead);
    if (items[0] !== undefined) return { controller, clientId: items[0].clientId };
  }
  throw new Error('Nobody has a client in hand: there is no file to open.');
}

const runOn = (endpoint: string, folder: string): LocalRun =>
  localServices({ endpoint, tableNames: tableNames('sointu'), folder, modules });

/**
 * The drill of a laptop. The store may be serving meanwhile: the copy is SQLite's own online backup, which is of
 * one moment and holds everything that was answered before it.
 */
export async function laptopDrill(folder: string): Promise<{ plan: DrillPlan; close: () => Promise<void> }> {
  const data = resolve(folder);
  const users = readUsers(data);
  if (users === undefined) throw new Error(`${folder} holds no data yet: npm start makes them.`);
  const running = runningStore(data);
  const store = await startDynamoDb(
    running === undefined ? { folder: data } : { folder: data, endpoint: running },
  );
  const live = runOn(store.endpoint, data);
  const close = async (): Promise<void> => {
    live.close();
    await store.stop();
  };
  try {
    const chosen = await aClientInHand(live.services, users);
    const restore = () => restoreBeside(data, live.services);
    return { plan: { live: live.services, ...chosen, ranBy: userInfo().username, restore }, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

async function restoreBeside(data: string, live: Services): Promise<Restored> {
  const folder = mkdtempSync(join(data, 'drill-'));
  const takeAway = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const began = performance.now();
    const asOf = live.clock.now();
    const source = new DatabaseSync(join(data, STORE), { readOnly: true });
    await backup(source, join(folder, STORE));
    source.close();
    // In the cloud the key service stays where it is; here its master keys are a file beside the tables.
    copyFileSync(join(data, KEY_VAULT), join(folder, KEY_VAULT));
    const store = await startDynamoDb({ folder });
    const run = runOn(store.endpoint, folder);
    return {
      services: run.services,
      asOf,
      began,
      lossSeconds: 0,
      async remove() {
        run.close();
        await store.stop();
        takeAway();
      },
    };
  } catch (thrown) {
    takeAway();
    throw thrown;
  }
}
