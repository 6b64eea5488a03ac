import { describe, expect, test } from 'vitest';
import { reconcileCopies } from '../../../infra/audit/reconcile.ts';
import { CLOUD_TRAIL_PLACE, localCloudTrail } from '../../../infra/local/cloud-trail.ts';
import { DOOR_PLACE, gatewayLine, gatewayLogName } from '../../../infra/local/gateway-log.ts';
import { ControllerId, EventId, formatId, KeyId, UserId } from '../../../shared/kernel/id.ts';
import { epochMsOf, Instant, plusMinutes } from '../../../shared/kernel/instant.ts';
import { AccessEvent, EVENT_VERSION } from '../../../shared/trail/event.ts';
import { packBatch } from '../../../shared/trail/sealing/batch.ts';
import { batchName } from '../../../shared/trail/sealing/places.ts';
import { keyUsesIn } from '../../../shared/witnesses/cloud-trail.ts';
import { movableClock } from '../../support/services.ts';

const controller = ControllerId.parse('KEUSOTE');
const NINE = Instant.parse('2026-11-26T09:00:00.000Z');
const id = (at: Instant, number: number): string => formatId(epochMsOf(at), new Uint8Array(10).fill(number));
const userId = UserId.parse(id(NINE, 1));
const keyId = (number: number): KeyId => KeyId.parse(id(NINE, 100 + number));

const lineAt = (at: Instant, number: number): AccessEvent =>
  AccessEvent.parse({
    eventVersion: EVENT_VERSION,
    eventId: EventId.parse(id(at, number)),
    eventTime: at,
    eventName: 'ClientFileOpened',
    action: 'clients.openFile',
    controller,
    userIdentity: { userId, name: 'Ville Virta', post: 'Ohjaaja', authenticationMethod: 'local' },
    sourceIPAddress: '192.0.2.1',
    userAgent: 'vitest',
    requestId: `request ${number}`,
    awsRegion: 'local',
    readOnly: true,
    clients: [],
    resources: [],
    basis: { kind: 'ownWorker', legalGround: '703/2023 § 9' },
    outcome: { result: 'allowed' },
    keys: [{ id: keyId(number) }],
    dataGroups: ['baseData'],
    changedFields: [],
  });

/** Five files opened, ten minutes apart, as each of the three told of it. */
function copies() {
  const clock = movableClock(NINE);
  const objects = new Map<string, Buffer>();
  // The first comes almost a quarter of an hour late, after the second.
  const latenesses = [250, 10, 200, 20, 100];
  const random = (length: number): Uint8Array => new Uint8Array(length).fill(latenesses.shift() ?? 0);
  const cloudTrail = localCloudTrail(clock, random, (name, bytes) => objects.set(name, bytes));
  const lines = [1, 2, 3, 4, 5].map((number) => {
    const at = clock.now();
    cloudTrail.record({ name: 'Decrypt', purpose: 'client', context: { controller, key: keyId(number) } });
    const name = gatewayLogName(at);
    const line = gatewayLine({
      at,
      requestId: `request ${number}`,
      user: userId,
      method: 'GET',
      status: 200,
      bytes: 2,
      route: '/v1/clients/{proxy+}',
    });
    objects.set(name, Buffer.concat([objects.get(name) ?? Buffer.alloc(0), Buffer.from(line)]));
    for (let minute = 0; minute < 10; minute += 1) {
      clock.advance(1);
      cloudTrail.deliver();
    }
    return lineAt(at, number);
  });
  for (let minute = 0; minute < 20; minute += 1) {
    clock.advance(1);
    cloudTrail.deliver();
  }
  return { lines, objects, cloudTrail, until: plusMinutes(NINE, 120) };
}

const compared = ({ lines, objects, until }: ReturnType<typeof copies>) => {
  const seeded = lines.map((event) => ({ seed: Buffer.alloc(32).toString('base64'), event }));
  const log = new Map([[batchName(controller, 0), packBatch(seeded)]]);
  return reconcileCopies(
    {
      log: {
        get: async (name) => log.get(name),
        names: async (begins) => [...log.keys()].filter((name) => name.startsWith(begins)),
      },
      witness: {
        get: async (name) => objects.get(name),
        list: async (begins) => ({ names: [...objects.keys()].filter((name) => name.startsWith(begins)) }),
      },
      places: { cloudTrail: CLOUD_TRAIL_PLACE, doors: [DOOR_PLACE] },
    },
    { from: NINE, to: plusMinutes(NINE, 60) },
    until,
  );
};

describe('copies of the log and of its witnesses, compared without asking anybody', () => {
  test('agree when nothing is amiss, however late and out of order the records came', async () => {
    const copy = copies();
    expect(await compared(copy)).toEqual({
      whole: true,
      sentences: [
        'The witnesses agree with the log. 2026-11-26T09:00:00.000Z to 2026-11-26T10:00:00.000Z: 5 uses of keys, 5 answers, 5 lines.',
      ],
    });
    const names = [...copy.objects.keys()].filter((name) => name.startsWith(CLOUD_TRAIL_PLACE)).toSorted();
    const used = names.flatMap((name) => keyUsesIn(copy.objects.get(name) ?? Buffer.alloc(0)));
    expect(used.map(({ at }) => at)).not.toEqual(used.map(({ at }) => at).toSorted());
  });

  test('a line that was left out of the log is named by both', async () => {
    const copy = copies();
    const { whole, sentences } = await compared({ ...copy, lines: copy.lines.toSpliced(2, 1) });
    expect(whole).toBe(false);
    expect(sentences.join('\n')).toContain('answerWithoutLine: request 3');
    expect(sentences.join('\n')).toContain('keyUseWithoutLine');
    expect(sentences).toHaveLength(3);
  });
});
