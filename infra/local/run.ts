import { createWriteStream, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { modules } from '../../functions/modules.ts';
import { jsonLog } from '../../shared/application-log.ts';
import { openApiDocument } from '../../shared/http/openapi.ts';
import { systemClock } from '../../shared/kernel/clock.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { tableNames } from '../table.ts';
import { createTables } from './create-tables.ts';
import { recordEachDay } from './deployed.ts';
import { ensureFolder } from './durable-file.ts';
import { startDynamoDb } from './dynamodb.ts';
import { folderGatewayLog } from './gateway-log.ts';
import { startServer } from './http.ts';
import { plantEachDay } from './planter.ts';
import { compareEachHour, WITNESS_FOLDER } from './reconciler.ts';
import { runNotes } from './run-note.ts';
import { sealEachMinute } from './sealer.ts';
import { seed } from './seed/index.ts';
import { localServices } from './services.ts';
import type { LocalRunSettings } from './settings.ts';
import { type DevUser, readUsers, writeUsers } from './users.ts';

const PREFIX = 'sointu';
/** Lies in the folder while the first run makes its invented people. */
const SEEDING = 'seeding';

/** Everything of a laptop but its door: the store, the services, and the people of the first run. */
export async function startRun(settings: LocalRunSettings) {
  const folder = resolve(settings.folder);
  ensureFolder(folder);
  forgetHalfSeeded(folder, settings.endpoint);
  const store = await startDynamoDb({
    folder,
    ...(settings.endpoint === undefined ? {} : { endpoint: settings.endpoint }),
  });
  const logFile = createWriteStream(join(folder, 'application.log'), { flags: 'a', mode: 0o600 });
  try {
    await createTables(store.endpoint, PREFIX);
    const run = localServices({
      endpoint: store.endpoint,
      tableNames: tableNames(PREFIX),
      folder,
      modules,
      issuerName: `http://127.0.0.1:${settings.port}`,
      log: jsonLog(
        (line) => void logFile.write(`${line}\n`),
        () => systemClock.now(),
      ),
    });
    const notes = runNotes(folder, run.services, run.bus);
    const users = readUsers(folder) ?? (await firstRun(folder, run, settings.clients));
    const controllers = [...new Set<ControllerId>(users.map((user) => user.controller))];
    await notes.sweepLeftovers(controllers);
    const sealing = sealEachMinute(run.services, folder, controllers);
    const comparing = compareEachHour(run, folder, controllers);
    const recording = recordEachDay(run.services, controllers);
    const planting = plantEachDay(run, folder, controllers);
    return {
      run,
      users,
      stop: async (): Promise<void> => {
        await planting.stop();
        await recording.stop();
        await comparing.stop();
        await sealing.stop();
        await notes.close();
        run.close();
        await store.stop();
        await new Promise((ended) => logFile.end(ended));
      },
    };
  } catch (thrown) {
    await store.stop();
    throw thrown;
  }
}

async function firstRun(
  folder: string,
  run: ReturnType<typeof localServices>,
  clients: number,
): Promise<DevUser[]> {
  const mark = join(folder, SEEDING);
  writeFileSync(mark, '');
  const users = await seed(run.services, { clients });
  await run.bus.drained();
  writeUsers(folder, users);
  rmSync(mark);
  return users;
}

/** A first run that was killed has answered nobody: its tables are thrown away and made anew. */
function forgetHalfSeeded(folder: string, endpoint: string | undefined): void {
  if (!existsSync(join(folder, SEEDING)) || readUsers(folder) !== undefined) return;
  if (endpoint !== undefined) {
    throw new Error('The first run was cut off while it filled the tables: begin again with empty ones.');
  }
  for (const name of readdirSync(folder)) {
    if (/^(dynamodb\.sqlite|run-note\.json|dead-letters|intake|witness)/.test(name)) {
      rmSync(join(folder, name), { recursive: true });
    }
  }
}

/** The whole laptop: what `npm start` runs. */
export async function startLocal(
  settings: LocalRunSettings,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const started = await startRun(settings);
  try {
    let document: unknown;
    const server = await startServer({
      run: started.run,
      modules,
      users: started.users,
      document: () => (document ??= openApiDocument(modules)),
      port: settings.port,
      allowedOrigins: settings.allowedOrigins,
      keep: folderGatewayLog(join(resolve(settings.folder), WITNESS_FOLDER)),
    });
    return {
      url: server.url,
      stop: async () => {
        await server.close();
        await started.stop();
      },
    };
  } catch (thrown) {
    await started.stop();
    throw thrown;
  }
}
