import { describe, expect, test } from 'vitest';
import { sweepObjects } from '../../functions/attachments/sweep-objects.ts';
import type { MalwareVerdict } from '../../shared/services.ts';
import {
  announced,
  attachmentAt,
  begun,
  countyWithClient,
  partOf,
  pdfOf,
  post,
  sentIn,
  sha256Of,
  stateOf,
  wholeOf,
} from '../support/attachments.ts';
import { betweenStore, named, watchedIntake } from '../support/faults.ts';
import type { World } from '../support/world.ts';

const SPAN = { days: 3, minutes: 120 };
const sweep = (world: World) => sweepObjects(world.services, [world.controller], SPAN);
const objectsOf = async ({ services, controller }: World) => ({
  inbox: (await services.inbox.list(controller, '')).objects.length,
  documents: (await services.documents.list(controller, '')).objects.length,
});

describe('a function that is killed while it takes a file in', () => {
  test('leaves nothing readable, and what it left is swept and taken in', async () => {
    const { world, worker, clientId } = await countyWithClient();
    const bytes = await pdfOf(1);
    const { uploadId, attachmentId } = await begun(worker, clientId, announced(bytes));
    let commits = 0;
    const { mend } = betweenStore(world.services, (call) => {
      // The sealed object stands already when the commit that would name it is sent.
      if (call.name === 'TransactWriteCommand') {
        commits += 1;
        throw named('Killed');
      }
      return call.send();
    });
    await post(world, worker, clientId, uploadId, bytes);
    mend();
    expect(commits).toBe(3);
    expect(await stateOf(worker, clientId, uploadId)).toBe('awaited');
    expect(await worker.call('GET', attachmentAt(clientId, attachmentId))).toMatchObject({ status: 404 });
    expect(await objectsOf(world)).toEqual({ inbox: 1, documents: 3 });

    expect(await sweep(world)).toEqual({ orphans: 0, left: 0 });
    world.clock.advance(180);
    expect(await sweep(world)).toEqual({ orphans: 3, left: 1 });
    expect(await objectsOf(world)).toEqual({ inbox: 0, documents: 1 });
    expect(await stateOf(worker, clientId, uploadId)).toBe('kept');
    const whole = await wholeOf(worker, attachmentAt(clientId, attachmentId), 1);
    expect(sha256Of(whole)).toBe(sha256Of(bytes));

    world.clock.advance(180);
    expect(await sweep(world)).toEqual({ orphans: 0, left: 0 });
    expect(await objectsOf(world)).toEqual({ inbox: 0, documents: 1 });
  });

  test('after the commit leaves the file in the inbox, from where it is only taken away', async () => {
    const { world, worker, clientId } = await countyWithClient();
    const { services } = world;
    const { inbox } = services;
    services.inbox = { ...inbox, remove: () => Promise.reject(named('Killed')) };
    const { uploadId, attachmentId } = await sentIn(world, worker, clientId, await pdfOf(1));
    services.inbox = inbox;
    expect(await stateOf(worker, clientId, uploadId)).toBe('kept');
    expect(await objectsOf(world)).toEqual({ inbox: 1, documents: 1 });
    world.clock.advance(180);
    expect(await sweep(world)).toEqual({ orphans: 0, left: 1 });
    expect(await objectsOf(world)).toEqual({ inbox: 0, documents: 1 });
    expect((await worker.call('GET', attachmentAt(clientId, attachmentId))).json).toMatchObject({
      version: 1,
    });
  });
});

describe('a key service that does not answer', () => {
  test('lets no file in and none out; the file waits, and is taken in when it answers again', async () => {
    const { world, worker, clientId } = await countyWithClient();
    const { services } = world;
    const bytes = await pdfOf(1);
    const first = await sentIn(world, worker, clientId, bytes);
    const { uploadId } = await begun(worker, clientId, announced(bytes));
    const { vault } = services;
    services.vault = { ...vault, unwrap: () => Promise.reject(named('KMSInternalException')) };
    world.clock.advance(10);
    await post(world, worker, clientId, uploadId, bytes);
    expect(await objectsOf(world)).toEqual({ inbox: 1, documents: 1 });
    const refused = await partOf(worker, attachmentAt(clientId, first.attachmentId));
    expect(refused.status).toBeGreaterThanOrEqual(500);
    expect(refused.bytes).toBeUndefined();

    services.vault = vault;
    expect(await stateOf(worker, clientId, uploadId)).toBe('awaited');
    expect(world.replay()).toBe(1);
    await world.drained();
    expect(await stateOf(worker, clientId, uploadId)).toBe('kept');
  });
});

describe('a log that takes no line', () => {
  test('gives no part of a file', async () => {
    const { world, worker, clientId } = await countyWithClient();
    const { attachmentId } = await sentIn(world, worker, clientId, await pdfOf(1));
    const { mend } = betweenStore(world.services, (call) =>
      call.name === 'PutCommand' && call.tables.some((table) => table.endsWith('-trail'))
        ? Promise.reject(named('InternalServerError'))
        : call.send(),
    );
    watchedIntake(world.services, true);
    const told = await partOf(worker, attachmentAt(clientId, attachmentId));
    mend();
    expect(told).toMatchObject({ status: 503, json: { code: 'log.unavailable' } });
    expect(told.bytes).toBeUndefined();
  });
});

describe('a malware scanner', () => {
  const says = (world: World, verdict: MalwareVerdict): void => {
    world.services.malware = { verdictOf: () => Promise.resolve(verdict) };
  };

  test('that has not spoken yet is waited for', async () => {
    const { world, worker, clientId } = await countyWithClient();
    says(world, 'pending');
    const { uploadId } = await sentIn(world, worker, clientId, await pdfOf(1));
    expect(await stateOf(worker, clientId, uploadId)).toBe('awaited');
    expect(await objectsOf(world)).toEqual({ inbox: 1, documents: 0 });
    says(world, 'clean');
    world.replay();
    await world.drained();
    expect(await stateOf(worker, clientId, uploadId)).toBe('kept');
  });

  test('that cannot tell lets nothing in', async () => {
    const { world, worker, clientId } = await countyWithClient();
    says(world, 'unscannable');
    const { uploadId } = await sentIn(world, worker, clientId, await pdfOf(1));
    expect(await stateOf(worker, clientId, uploadId)).toBe('refused notScannable');
  });

  test('that nobody configured is told of on every attachment', async () => {
    const { world, worker, clientId } = await countyWithClient();
    world.services.malware = undefined;
    const { attachmentId } = await sentIn(world, worker, clientId, await pdfOf(1));
    expect((await worker.call('GET', attachmentAt(clientId, attachmentId))).json).toMatchObject({
      scanned: false,
    });
  });
});
