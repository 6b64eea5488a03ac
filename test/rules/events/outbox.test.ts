import { beforeEach, describe, expect, test } from 'vitest';
import { Envelope } from '../../../shared/events/envelope.ts';
import { outboxItemOf } from '../../../shared/events/outbox.ts';
import { type Publish, publishOutbox } from '../../../shared/events/publish-outbox.ts';
import { sweepOutbox } from '../../../shared/events/sweep-outbox.ts';
import { ControllerId } from '../../../shared/kernel/id.ts';
import { newId } from '../../../shared/new-id.ts';
import { putIfAbsent } from '../../../shared/table/put.ts';
import { clientNamed } from '../../support/client-named.ts';
import { dumpOf } from '../../support/dump.ts';
import { type TestServices, testServices } from '../../support/services.ts';

let run: TestServices;
let sent: string[];
/** Events that the bus does not take, though it answers. */
let refused: Set<string>;
beforeEach(async () => {
  run = await testServices();
  sent = [];
  refused = new Set();
});

const publish: Publish = (envelopes) => {
  const taken = envelopes.map(({ eventId }) => eventId).filter((eventId) => !refused.has(eventId));
  sent.push(...taken);
  return Promise.resolve(new Set(taken));
};

async function written(): Promise<Envelope> {
  const envelope = clientNamed(run.services);
  await putIfAbsent(run.services.tables, envelope.controller, 'records', outboxItemOf(envelope));
  return envelope;
}
const waiting = async () => (await dumpOf(run.services, 'records')).length;
const sweep = (oldest: number, youngest: number) =>
  sweepOutbox(run.services, publish, [ControllerId.parse('LOIMAA')], { oldest, youngest });

describe('what is planted', () => {
  const LOIMAA = ControllerId.parse('LOIMAA');
  const plantedFor = (controller = LOIMAA): Envelope =>
    Envelope.parse({
      eventId: newId(run.services),
      type: 'PlantedEvent',
      typeVersion: 1,
      controller,
      occurredAt: run.services.clock.now(),
    });
  /** In the one place that whoever plants may put anything into. */
  const plant = (envelope: Envelope): Promise<void> =>
    putIfAbsent(run.services.tables, LOIMAA, 'records', { ...outboxItemOf(plantedFor()), envelope });

  test('is sent, and lies where nothing else does', async () => {
    const envelope = plantedFor();
    const item = outboxItemOf(envelope);
    expect(item.pk).toMatch(/#16$/);
    await putIfAbsent(run.services.tables, LOIMAA, 'records', item);
    run.clock.advance(6);
    expect(await sweep(15, 5)).toEqual({ sent: 1, failed: 0 });
  });

  test.each([
    ['another event', () => clientNamed(run.services)],
    ['an event of another controller', () => plantedFor(ControllerId.parse('KEUSOTE'))],
  ])(
    'is nothing else: %s in its place goes nowhere, and the sweep fails until somebody looks',
    async (_, envelope) => {
      await plant(envelope());
      run.clock.advance(6);
      expect(await sweep(15, 5)).toEqual({ sent: 0, failed: 1 });
      expect(sent).toEqual([]);
      expect(run.logged).toMatchObject([{ level: 'error', code: 'EVENT_FAILED' }]);
    },
  );
});

describe('the outbox', () => {
  test('is left by what the bus took, and keeps what it refused', async () => {
    const [taken, kept] = [await written(), await written()];
    refused.add(kept.eventId);
    expect(await publishOutbox(run.services, publish, [taken, kept])).toEqual(new Set([kept.eventId]));
    expect(sent).toEqual([taken.eventId]);
    expect(await waiting()).toBe(1);
    expect(run.logged).toMatchObject([
      { level: 'error', code: 'EVENT_FAILED', fields: { eventId: kept.eventId } },
    ]);
  });

  test('is swept for what the stream did not carry, once it is five minutes old', async () => {
    const envelope = await written();
    run.clock.advance(4);
    expect(await sweep(15, 5)).toEqual({ sent: 0, failed: 0 });
    run.clock.advance(1);
    expect(await sweep(15, 5)).toEqual({ sent: 1, failed: 0 });
    expect(sent).toEqual([envelope.eventId]);
    expect(await waiting()).toBe(0);
  });

  test('is swept further back when an operator asks, after a bus that was long away', async () => {
    await written();
    run.clock.advance(17);
    expect(await sweep(15, 5)).toEqual({ sent: 0, failed: 0 });
    expect(await sweep(20, 0)).toEqual({ sent: 1, failed: 0 });
  });

  test('tells that a sweep, too, was refused', async () => {
    refused.add((await written()).eventId);
    run.clock.advance(6);
    expect(await sweep(15, 5)).toEqual({ sent: 0, failed: 1 });
    expect(await waiting()).toBe(1);
  });
});
