import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { EVENT_SOURCE, eventBus } from '../../../shared/aws/event-bus.ts';
import { sweepOutbox } from '../../../shared/events/sweep-outbox.ts';
import { dumpOf } from '../../support/dump.ts';
import { newClient } from '../../support/new-client.ts';
import { testWorld, type Worker, type World } from '../../support/world.ts';

const bridge = mockClient(EventBridgeClient);
afterAll(() => bridge.restore());

let world: World;
let worker: Worker;
beforeEach(async () => {
  bridge.reset();
  world = await testWorld();
  worker = await world.worker('broadResponsibility');
  // The cloud's way: nothing is delivered in process, the stream and the sweep carry events.
  world.services.committed = () => {};
});

/** A bus that refuses the entries whose place in the call is named; it answers 200 all the same. */
function busRefuses(isRefused: (place: number) => boolean): void {
  bridge.on(PutEventsCommand).callsFake(({ Entries }: { Entries: PutEventsRequestEntry[] }) => {
    const results = Entries.map((_, place) =>
      isRefused(place) ? { ErrorCode: 'ThrottlingException' } : { EventId: `taken-${place}` },
    );
    return { Entries: results, FailedEntryCount: results.filter(({ ErrorCode }) => ErrorCode).length };
  });
}

const GIVEN = ['Aino', 'Eino', 'Helmi', 'Onni', 'Väinö', 'Elli', 'Toivo', 'Lempi', 'Urho', 'Saima', 'Veikko'];

async function recorded(count: number): Promise<void> {
  for (const given of GIVEN.slice(0, count)) await newClient(world, worker, { family: 'Esimerkki', given });
}
const waiting = async (): Promise<number> =>
  (await dumpOf(world.services, 'records')).filter((item) => item['entity'] === 'outbox').length;
const sweep = () =>
  sweepOutbox(world.services, eventBus('sointu-bus'), [world.controller], { oldest: 5, youngest: 0 });

describe('the bus', () => {
  test('is sent ten events a call, each with its type, to the bus named', async () => {
    busRefuses(() => false);
    await recorded(11);
    expect(await sweep()).toEqual({ sent: 11, failed: 0 });
    const calls = bridge.commandCalls(PutEventsCommand).map(({ args }) => args[0].input.Entries ?? []);
    expect(calls.map((entries) => entries.length)).toEqual([10, 1]);
    const [entry] = calls[0] ?? [];
    expect(entry).toMatchObject({
      EventBusName: 'sointu-bus',
      Source: EVENT_SOURCE,
      DetailType: 'ClientNamed',
    });
    expect(JSON.parse(entry?.Detail ?? '')).toMatchObject({ controller: world.controller });
    expect(await waiting()).toBe(0);
  });

  test('answers well though it took only a part: what it refused stays, and goes with the next sweep', async () => {
    busRefuses((place) => place % 2 === 1);
    await recorded(3);
    expect(await sweep()).toEqual({ sent: 2, failed: 1 });
    expect(await waiting()).toBe(1);
    expect(world.logged.filter(({ code }) => code === 'EVENT_FAILED')).toHaveLength(1);
    busRefuses(() => false);
    expect(await sweep()).toEqual({ sent: 1, failed: 0 });
    expect(await waiting()).toBe(0);
  });

  test('that answers nothing at all has taken nothing', async () => {
    bridge.on(PutEventsCommand).resolves({});
    await recorded(1);
    expect(await sweep()).toEqual({ sent: 0, failed: 1 });
    expect(await waiting()).toBe(1);
  });

  test('that cannot be reached loses no event', async () => {
    bridge.on(PutEventsCommand).rejects(new Error('unreachable'));
    await recorded(2);
    await expect(sweep()).rejects.toThrow('unreachable');
    expect(await waiting()).toBe(2);
  });
});
