import {
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  privateDecrypt,
} from 'node:crypto';
import { expect, test } from 'vitest';
import * as z from 'zod';
import {
  PersonCollections,
  PersonRecord,
} from '../../shared/domain/controllers/settings/person-collections.ts';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { openSealed } from '../../shared/objects/sealed-objects.ts';
import { putIfAbsent } from '../../shared/table/put.ts';
import { worldOf } from '../support/controllers.ts';
import { dumpOf } from '../support/dump.ts';
import { leaksOf } from '../support/leaks.ts';
import { collected, unitsTold } from '../support/person-collections.ts';
import { rebuiltFromNothing } from '../support/rebuilt.ts';
import { OF } from '../support/rebuilt-kinds.ts';
import {
  approved,
  at,
  closedFile,
  died,
  disposed,
  ended,
  gathered,
  leftOf,
  listAt,
  naming,
  officials,
  rowsOf,
  SECRETS,
} from '../support/retention.ts';
import { type World } from '../support/world.ts';

/** The end of a client’s file: what is kept for good goes to the archive, and the rest with all keys. */

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const ofThl = createPublicKey(pair.publicKey).export({ format: 'jwk' });
const RECORD = PersonRecord.parse({
  of: 'clients',
  rowPer: 'child',
  measures: [{ code: 'sijoitus', kinds: ['11030'] }],
  fields: [{ name: 'syntymavuosi', value: 'birthYear' }],
});
const WITH_ARCHIVE = {
  ...defaultSettings,
  personCollections: PersonCollections.parse([
    {
      collection: 'childWelfareYear',
      recipient: 'thl',
      provision: '668/2008 5 §',
      key: ofThl,
      record: RECORD,
    },
  ]),
  retention: {
    ...defaultSettings.retention,
    archive: {
      ...defaultSettings.retention.archive,
      receiver: 'Keksitty keskusarkisto',
      publicKey: pair.publicKey,
    },
  },
};

const Wrapped = z.object({ wrapped: z.base64(), nonce: z.base64(), sealed: z.base64() });
const Manifest = z.object({
  controller: z.string(),
  order: z.string(),
  entries: z.array(
    z.object({ name: z.string(), kind: z.string(), bytes: z.int(), sha256: z.string(), key: z.base64() }),
  ),
});

/** What is laid down for the archive from now on, by name: no function reads it, so it is caught on its way. */
function laidDown({ services }: World): ReadonlyMap<string, Buffer> {
  const kept = new Map<string, Buffer>();
  const { transfers } = services;
  services.transfers = {
    ...transfers,
    putIfAbsent(controller, name, bytes) {
      kept.set(name, Buffer.from(bytes));
      return transfers.putIfAbsent(controller, name, bytes);
    },
  };
  return kept;
}

function objectIn(kept: ReadonlyMap<string, Buffer>, name: string): Buffer {
  const bytes = kept.get(name);
  if (bytes === undefined) throw new Error('No such object was laid down.');
  return bytes;
}

/** As the archive opens it, with its private key. */
function openManifest(object: Buffer): Buffer {
  const { wrapped, nonce, sealed } = Wrapped.parse(JSON.parse(object.toString()));
  const key = privateDecrypt({ key: pair.privateKey, oaepHash: 'sha256' }, Buffer.from(wrapped, 'base64'));
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
}

test('of a child in child welfare decisions, plans and narrative go to the archive, then the case, then the client', async () => {
  const world = await worldOf(WITH_ARCHIVE);
  const file = await closedFile(world, {
    tasks: ['childWelfare'],
    born: '2014-05-09',
    nth: 907,
    name: 'Poistunut Pihla',
  });
  const { clientId, caseId, worker } = file;
  const { archivist, manager } = await officials(world);
  const isFound = async () =>
    JSON.stringify(
      (await worker.call('POST', '/v1/clients/search', { body: { name: 'Poistunut Pihla' } })).json,
    );
  expect(await isFound()).toContain(clientId);

  // Nothing of child welfare is due before the death is known.
  const headOfCase = async () =>
    naming(await dumpOf(world.services, 'records'), caseId).find(({ entity }) => entity === 'case');
  expect(await headOfCase()).not.toHaveProperty('dueMonth');
  await died(file, '2026-11-24');
  await ended(file, '2026-11-24');
  expect(await headOfCase()).toMatchObject({ dueMonth: '2028-12' });
  const before = {
    records: await dumpOf(world.services, 'records'),
    keys: await dumpOf(world.services, 'keys'),
  };

  at(world, '2028-12-01');
  await unitsTold(world);
  const ofTheYear = async () =>
    (await collected(await world.worker('mainUser'), '2026', createPrivateKey(pair.privateKey))).rows;
  expect(await ofTheYear()).toEqual([['2014']]);
  await gathered(world);
  const ORDER = '254/2015 liite; Arkistolaitos AL/20064/07.01.01.03.01/2014';
  expect(await rowsOf(archivist, '2028-12')).toMatchObject([
    { state: 'due', permanent: { part: 'kinds', source: ORDER } },
    { state: 'excepted', exception: 'otherUnitsRemain' },
  ]);
  await approved(archivist, manager, '2028-12');
  const kept = laidDown(world);
  at(world, '2028-12-08');
  expect(await disposed(world)).toMatchObject({ packaged: 1, destroyed: 0, failed: 0 });
  expect(await disposed(world)).toMatchObject({ packaged: 0, destroyed: 0, failed: 0 });

  const [packed] = await rowsOf(archivist, '2028-12');
  if (packed?.package === undefined) throw new Error('The case was packed.');
  const manifest = openManifest(objectIn(kept, packed.package.manifest));
  expect(createHash('sha256').update(manifest).digest('hex')).toBe(packed.package.sha256);
  const { entries } = Manifest.parse(JSON.parse(manifest.toString()));
  expect(entries.map(({ kind }) => kind).toSorted()).toEqual(['case', 'caseNote', 'caseNote']);
  // It lies in the bucket of transfers alone, and all of it.
  const { objects } = await world.services.transfers.list(world.controller, `${packed.unitId}/`);
  expect(objects.map(({ name }) => name).toSorted()).toEqual(
    [packed.package.manifest, ...entries.map(({ name }) => name)].toSorted(),
  );
  expect(JSON.stringify(await world.services.documents.list(world.controller, ''))).not.toContain('manifest');
  const texts: string[] = [];
  for (const { name, bytes, sha256, key } of entries) {
    const sealed = objectIn(kept, name);
    const plain = openSealed(
      Buffer.from(key, 'base64'),
      world.controller,
      { objectName: name, bytes },
      sealed,
    );
    expect(createHash('sha256').update(plain).digest('hex')).toBe(sha256);
    texts.push(Buffer.from(plain).toString());
  }
  expect(SECRETS.map((secret) => texts.some((text) => text.includes(secret)))).toEqual([true, true, false]);

  const received = await archivist.call('POST', `${listAt('2028-12')}/units/${packed.unitId}/received`, {
    version: packed.version,
    body: { reference: 'KKA/2028/117' },
  });
  expect(received.status).toBe(200);
  expect(await disposed(world)).toMatchObject({ destroyed: 1, failed: 0 });
  expect(await leftOf(world, caseId)).toEqual(['disposalGate', 'disposalRow']);
  // What it was counted as stays counted, and what stands can be counted anew.
  expect(await rebuiltFromNothing(world)).toEqual(expect.arrayContaining(OF.archive));

  at(world, '2029-01-02');
  expect(await gathered(world)).toMatchObject({ listed: 1, failed: 0 });
  await approved(archivist, manager, '2029-01');
  at(world, '2029-01-10');
  expect(await disposed(world)).toMatchObject({ destroyed: 1, failed: 0 });
  expect(await leftOf(world, clientId)).toEqual(['disposalRow']);
  expect(naming(await dumpOf(world.services, 'keys'), clientId)).toEqual([]);
  expect(await isFound()).not.toContain(clientId);
  expect((await worker.call('GET', `/v1/clients/${clientId}`)).status).toBe(404);
  expect(leaksOf(SECRETS, await dumpOf(world.services, 'records'))).toEqual([]);
  expect(await ofTheYear()).toEqual([]);

  // Both tables come back from copies of before, and the destructions are done again.
  const back = { records: naming(before.records, clientId), keys: naming(before.keys, clientId) };
  for (const table of ['records', 'keys'] as const) {
    for (const item of back[table].filter(
      ({ entity }) => entity !== 'outbox' && entity !== 'idempotencyMark',
    )) {
      await putIfAbsent(world.services.tables, world.controller, table, item).catch(() => undefined);
    }
  }
  expect(naming(await dumpOf(world.services, 'keys'), clientId).length).toBeGreaterThan(1);
  expect(await disposed(world, { replay: 'all' })).toMatchObject({ failed: 0 });
  expect(naming(await dumpOf(world.services, 'keys'), clientId)).toEqual([]);
  expect(await leftOf(world, clientId)).toEqual(['disposalRow']);
});
