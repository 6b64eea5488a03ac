import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import * as z from 'zod';
import { modules } from '../../functions/modules.ts';
import { createTables } from '../../infra/local/create-tables.ts';
import { startDynamoDb } from '../../infra/local/dynamodb.ts';
import { localServices } from '../../infra/local/services.ts';
import { tableNames } from '../../infra/table.ts';
import { dispatch } from '../../shared/http/dispatch.ts';
import { ControllerId, GrantId, PostId, UnitId, UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newId } from '../../shared/new-id.ts';
import type { Services } from '../../shared/services.ts';
import { setUpControllerKeys, setUpPowers } from '../../shared/setup.ts';

/**
 * A process that a test can kill: dispatch behind plain HTTP, over a store and services in the folder given.
 * It prints one line of JSON when it answers.
 */
const PREFIX = 'killed';
const controller = ControllerId.parse('KEUSOTE');
const State = z.object({ userId: UserId, unitId: UnitId });
const routes = modules.flatMap((module) => [...module.routes]);

async function workerOf(folder: string, services: Services): Promise<z.infer<typeof State>> {
  const file = join(folder, 'worker.json');
  if (existsSync(file)) return State.parse(JSON.parse(readFileSync(file, 'utf8')));
  const state = { userId: UserId.parse(newId(services)), unitId: UnitId.parse(newId(services)) };
  await setUpControllerKeys(services, controller, 'test');
  const grant = {
    grantId: GrantId.parse(newId(services)),
    role: 'broadResponsibility' as const,
    unitIds: [state.unitId],
    serviceTasks: [],
    services: [],
    relatedServices: [],
    duties: [],
    specialRights: [],
    range: { from: LocalDate.parse('2020-01-01') },
  };
  await setUpPowers(
    services,
    {
      userId: state.userId,
      controller,
      name: 'Työntekijä Testi',
      postId: PostId.parse(newId(services)),
      postTitle: 'sosiaalityöntekijä',
      status: 'active',
      sessionsValidFrom: Instant.parse('2020-01-01T00:00:00.000Z'),
      grants: [grant],
      openings: [],
    },
    'test',
  );
  writeFileSync(file, JSON.stringify(state));
  return state;
}

const [folder = ''] = process.argv.slice(2);
const store = await startDynamoDb({ folder });
await createTables(store.endpoint, PREFIX);
const run = localServices({ endpoint: store.endpoint, tableNames: tableNames(PREFIX), folder, modules });
const { userId, unitId } = await workerOf(folder, run.services);
const token = await run.issuer.tokenFor({ userId, controller });

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const requestId = randomUUID();
    const body = Buffer.concat(chunks).toString('utf8');
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    void dispatch(
      routes,
      {
        method: request.method ?? 'GET',
        path: request.url ?? '/',
        query: {},
        headers: Object.fromEntries(headers),
        ...(body === '' ? {} : { body }),
        requestId,
        sourceIPAddress: '127.0.0.1',
      },
      run.services,
    ).then((answer) =>
      response.writeHead(answer.status, { ...answer.headers, 'x-request-id': requestId }).end(answer.body),
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}`, store: store.endpoint, token, unitId }));
});
