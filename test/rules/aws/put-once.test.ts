import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { putOnce } from '../../../shared/aws/put-once.ts';
import { betweenStore, named } from '../../support/faults.ts';
import { newClient } from '../../support/new-client.ts';
import { testWorld, type Worker, type World } from '../../support/world.ts';

const s3 = mockClient(S3Client);
beforeEach(() => s3.reset());
afterAll(() => s3.restore());

describe('an object of the archive', () => {
  test('is put only where nothing stands', async () => {
    s3.on(PutObjectCommand).resolves({});
    await putOnce('archive', 'intake/LOIMAA/2026-11-24/1.json', '{}');
    expect(s3.commandCalls(PutObjectCommand)[0]?.args[0].input).toMatchObject({
      Bucket: 'archive',
      Key: 'intake/LOIMAA/2026-11-24/1.json',
      IfNoneMatch: '*',
    });
  });

  test('that stands there already was put before by the same line, and is left', async () => {
    s3.on(PutObjectCommand).rejects(named('PreconditionFailed'));
    await expect(putOnce('archive', 'intake/1.json', '{}')).resolves.toBeUndefined();
  });

  test.each(['ConditionalRequestConflict', 'SlowDown', 'AccessDenied', 'NoSuchBucket'])(
    'that S3 refuses with %s was not put, and the caller hears of it',
    async (name) => {
      s3.on(PutObjectCommand).rejects(named(name));
      await expect(putOnce('archive', 'intake/1.json', '{}')).rejects.toThrow(name);
    },
  );
});

describe('when the trail refuses a line', () => {
  let world: World;
  let worker: Worker;
  let clientId: string;
  beforeEach(async () => {
    world = await testWorld();
    worker = await world.worker('broadResponsibility');
    ({ clientId } = await newClient(world, worker, { family: 'Esimerkki', given: 'Aino' }));
    world.services.intake = { putIfAbsent: (key, body) => putOnce('archive', key, body) };
    betweenStore(world.services, async (call) => {
      if (call.name === 'PutCommand' && call.tables.includes(world.services.tables.trail)) {
        throw named('ProvisionedThroughputExceededException');
      }
      return call.send();
    });
  });

  test('it lies in the archive before the file leaves', async () => {
    s3.on(PutObjectCommand).resolves({});
    expect((await worker.call('GET', `/v1/clients/${clientId}`)).status).toBe(200);
    const [put] = s3.commandCalls(PutObjectCommand);
    expect(put?.args[0].input.Key).toMatch(/^intake\/KEUSOTE\/2026-11-24\/\w{26}\.json$/);
    expect(put?.args[0].input.Body).toContain('"eventName":"ClientFileOpened"');
    expect(put?.args[0].input.Body).toContain(clientId);
  });

  test('and the archive too, no data leave', async () => {
    s3.on(PutObjectCommand).rejects(named('SlowDown'));
    const told = await worker.call('GET', `/v1/clients/${clientId}`);
    expect(told).toMatchObject({ status: 503, json: { code: 'log.unavailable' } });
    expect(told.body).not.toContain('Esimerkki');
  });
});
