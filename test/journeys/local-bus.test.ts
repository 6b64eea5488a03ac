import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { runNotes } from '../../infra/local/run-note.ts';
import { localServices } from '../../infra/local/services.ts';
import { outboxItemOf } from '../../shared/events/outbox.ts';
import type { Module } from '../../shared/http/module.ts';
import { ClientId, ControllerId, EventId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import type { Services } from '../../shared/services.ts';
import { trailKeys } from '../../shared/table/keys.ts';
import { putIfAbsent } from '../../shared/table/put.ts';
import { queryAll } from '../../shared/table/read.ts';
import { AccessEvent } from '../../shared/trail/event.ts';
import { trailItemOf } from '../../shared/trail/line.ts';
import { storeLine } from '../../shared/trail/write.ts';
import { clientNamed } from '../support/client-named.ts';
import { movableClock, testServices } from '../support/services.ts';
import { testTables } from '../support/store.ts';

const LOIMAA = ControllerId.parse('LOIMAA');
const CLIENTS = ['01JDF00000000000000000000A', '01JDF00000000000000000000B'].map((id) => ClientId.parse(id));

/** A module that notes what it hears, and fails as long as it is told to. */
function listener(): { module: Module; heard: string[]; failing: { times: number } } {
  const heard: string[] = [];
  const failing = { times: 0 };
  const module: Module = {
    name: 'listener',
    title: 'A module that listens',
    audience: 'staff',
    routes: [],
    consumers: [
      {
        event: 'ClientNamed',
        file: 'on-client-named',
        handle: async (_services, envelope) => {
          if (failing.times > 0) {
            failing.times -= 1;
            throw new Error('The consumer cannot.');
          }
          heard.push(envelope.eventId);
        },
        grants: { records: 'read', keys: 'none', trail: 'none', clientKey: [] },
      },
    ],
    grants: { records: 'read', keys: 'none', trail: 'put', clientKey: [] },
  };
  return { module, heard, failing };
}

const lineOfTwo = (services: Services): AccessEvent =>
  AccessEvent.parse({
    eventVersion: '1.1',
    eventId: newId(services),
    eventTime: services.clock.now(),
    eventName: 'ClientsListed',
    action: 'clients.search',
    controller: LOIMAA,
    userIdentity: {
      userId: '01JDF000000000000000000001',
      name: '',
      post: '',
      authenticationMethod: 'local',
    },
    sourceIPAddress: '127.0.0.1',
    userAgent: '',
    requestId: 'request',
    awsRegion: 'local',
    readOnly: true,
    clients: CLIENTS,
    resources: [],
    basis: { kind: 'none', legalGround: '703/2023 § 10' },
    outcome: { result: 'allowed' },
    dataGroups: ['identity'],
    changedFields: [],
  });

async function copiesOf(services: Services): Promise<string[][]> {
  const read = (clientId: ClientId) =>
    queryAll(
      services.tables,
      LOIMAA,
      { table: 'trail', pk: trailKeys.clientPartition(LOIMAA, clientId) },
      z.looseObject({ event: AccessEvent }),
    );
  const found = await Promise.all(CLIENTS.map(read));
  return found.map((lines) => lines.flatMap((line) => line.event.clients));
}

describe('news in one process', () => {
  test('an outgoing event reaches every consumer of its kind, again when the first try fails', async () => {
    const { module, heard, failing } = listener();
    const { services, drained, logged } = await testServices([module]);
    const envelope = clientNamed(services);
    failing.times = 2;
    services.committed([envelope]);
    await drained();
    expect(heard).toEqual([envelope.eventId]);
    expect(logged.map(({ code }) => code)).toEqual(['EVENT_FAILED', 'EVENT_FAILED', 'EVENT_DELIVERED']);
  });

  test('an event that fails three times lies among the dead letters until it is replayed', async () => {
    const { module, heard, failing } = listener();
    const { services, drained, replay, logged } = await testServices([module]);
    const [poison, sound] = [clientNamed(services), clientNamed(services)];
    failing.times = 3;
    services.committed([poison]);
    await drained();
    services.committed([sound]);
    await drained();
    expect(heard).toEqual([sound.eventId]);
    expect(logged.map(({ code }) => code)).toContain('EVENT_DEAD');
    expect(replay()).toBe(1);
    await drained();
    expect(heard).toEqual([sound.eventId, poison.eventId]);
    expect(replay()).toBe(0);
  });

  test('each client named in a line gets a copy that names nobody else', async () => {
    const { services, drained } = await testServices();
    await storeLine(services, lineOfTwo(services));
    await drained();
    expect(await copiesOf(services)).toEqual(CLIENTS.map((clientId) => [clientId]));
  });
});

describe('after a kill', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sointu-bus-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('what was written and not delivered is delivered at the next start, and once only', async () => {
    const { endpoint, tableNames } = await testTables();
    const clock = movableClock();
    const { module, heard } = listener();
    const start = () => {
      const run = localServices({ endpoint, tableNames, folder, modules: [module], clock });
      return { ...run, notes: runNotes(folder, run.services, run.bus) };
    };
    const killed = start();
    const envelope = clientNamed(killed.services);
    const line = lineOfTwo(killed.services);
    await putIfAbsent(killed.services.tables, LOIMAA, 'records', outboxItemOf(envelope));
    await putIfAbsent(killed.services.tables, LOIMAA, 'trail', trailItemOf(line));
    killed.close();

    clock.advance(3 * 24 * 60);
    const next = start();
    expect(await next.notes.sweepLeftovers([LOIMAA])).toBe(2);
    expect(heard).toEqual([envelope.eventId]);
    expect(await copiesOf(next.services)).toEqual(CLIENTS.map((clientId) => [clientId]));
    await next.notes.close();
    next.close();

    const third = start();
    expect(await third.notes.sweepLeftovers([LOIMAA])).toBe(0);
    await third.notes.close();
    third.close();
    expect(heard).toHaveLength(1);
  });

  test('a dead letter survives in a file of the folder', async () => {
    const { endpoint, tableNames } = await testTables();
    const { module, heard, failing } = listener();
    const start = () => localServices({ endpoint, tableNames, folder, modules: [module] });
    const first = start();
    failing.times = 3;
    const envelope = clientNamed(first.services);
    first.services.committed([envelope]);
    await first.bus.drained();
    first.close();
    expect(readdirSync(join(folder, 'dead-letters'))).toEqual([
      `${EventId.parse(envelope.eventId)}.listener.on-client-named.json`,
    ]);
    const second = start();
    expect(second.bus.replay()).toBe(1);
    await second.bus.drained();
    second.close();
    expect(heard).toEqual([envelope.eventId]);
    expect(readdirSync(join(folder, 'dead-letters'))).toEqual([]);
  });
});
